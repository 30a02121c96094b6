// The address that people type: a proxy before us may hand on another Host, and a Server Action compares it with Origin.
const publicHost = URL.parse(process.env.APP_URL ?? '')?.host;

/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.INTERLEAVE_DIST_DIR ?? '.next',
  serverExternalPackages: ['isolated-vm', 'pg', 'graphile-worker', 'esbuild'],
  poweredByHeader: false,
  experimental: { serverActions: { allowedOrigins: publicHost === undefined ? [] : [publicHost] } },
  // `npm run typecheck` reads everything, tests and exercises too; a start builds what has been checked.
  typescript: { ignoreBuildErrors: true },
};
