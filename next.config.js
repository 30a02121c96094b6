/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.INTERLEAVE_DIST_DIR ?? '.next',
  serverExternalPackages: ['isolated-vm', 'pg', 'graphile-worker', 'esbuild'],
  poweredByHeader: false,
  // `npm run typecheck` reads everything, tests and exercises too; a start builds what has been checked.
  typescript: { ignoreBuildErrors: true },
};
