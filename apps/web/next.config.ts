import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { SECURITY_HEADERS } from './src/http/security-headers';

const root = fileURLToPath(new URL('../..', import.meta.url));

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: { root },
  // Our packages are consumed as source.
  transpilePackages: [
    '@jalon/api',
    '@jalon/auth',
    '@jalon/compose',
    '@jalon/config',
    '@jalon/contracts',
    '@jalon/core',
    '@jalon/db',
    '@jalon/logger',
    '@jalon/reconciler',
    '@jalon/ui',
    '@jalon/value',
  ],
  // Native, or better left alone by a bundler.
  serverExternalPackages: ['@node-rs/argon2', '@prisma/client', '@prisma/adapter-pg', 'pg', 'pino'],
  poweredByHeader: false,
  reactStrictMode: true,
  // The types are checked by `npm run typecheck`, a stage of `npm test`: once is enough.
  typescript: { ignoreBuildErrors: true },
  // A clean clone has no second build that the cache would be for; to write it takes a tenth of the first.
  experimental: { turbopackFileSystemCacheForBuild: !process.env.CI },
  typedRoutes: false,
  images: { unoptimized: true },
  headers: async () => [{ source: '/(.*)', headers: SECURITY_HEADERS }],
};

export default createNextIntlPlugin('./src/i18n/request.ts')(config);
