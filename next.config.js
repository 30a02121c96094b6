/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.INTERLEAVE_DIST_DIR ?? '.next',
  serverExternalPackages: ['isolated-vm', 'pg', 'graphile-worker', 'esbuild'],
  poweredByHeader: false,
};
