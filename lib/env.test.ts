import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { completeEnvironment } from '@/tests/support/complete-environment'
import { environmentVariableNames, parseEnv } from './env'

function complaints(changes: Record<string, string | undefined>): string {
  try {
    parseEnv({ ...completeEnvironment, ...changes })
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test('a complete environment is read, with what is optional left out', () => {
  const env = parseEnv(completeEnvironment)
  expect(env.APP_URL).toBe('https://portolan.example')
  expect(env.DATABASE_TLS).toBe('on')
  expect(env.GITHUB_ID).toBeUndefined()
})

test('every bad variable is listed at once, whatever kind of bad it is', () => {
  const message = complaints({
    APP_URL: 'not an address',
    DATABASE_URL: undefined,
    DATABASE_TLS: 'perhaps',
    NEXTAUTH_SECRET: 'short',
    EDGE_CONFIG: undefined,
    GITHUB_ID: 'id',
    SMTP_URL: 'smtp://mail.example',
  })
  const names = message.split('\n').flatMap((line) => /^ {2}(\w+):/.exec(line)?.[1] ?? [])
  expect(names.toSorted()).toEqual([
    'APP_URL',
    'DATABASE_TLS',
    'DATABASE_URL',
    'EDGE_CONFIG',
    'GITHUB_SECRET',
    'MAIL_FROM',
    'NEXTAUTH_SECRET',
  ])
  expect(message).toContain('DATABASE_URL: is missing')
})

test.each([
  ['production without a branch', { VERCEL_ENV: 'production' }, false],
  ["production on a branch's database", { VERCEL_ENV: 'production', DATABASE_BRANCH: 'x' }, true],
  [
    'a preview on the database of its branch',
    { VERCEL_ENV: 'preview', VERCEL_GIT_COMMIT_REF: 'x', DATABASE_BRANCH: 'x' },
    false,
  ],
  [
    "a preview on another branch's",
    { VERCEL_ENV: 'preview', VERCEL_GIT_COMMIT_REF: 'x', DATABASE_BRANCH: 'y' },
    true,
  ],
  [
    'a preview whose database may be that of production',
    { VERCEL_ENV: 'preview', VERCEL_GIT_COMMIT_REF: 'x' },
    true,
  ],
  ['a preview of no known branch', { VERCEL_ENV: 'preview' }, true],
])('%s', (_what, changes, isRefused) => {
  expect(complaints(changes).includes('DATABASE_BRANCH: ')).toBe(isRefused)
})

test('a complaint never shows a value', () => {
  const message = complaints({
    NEXTAUTH_SECRET: 'hush',
    DATABASE_URL: 'hidden',
    CRON_SECRET: 'sly',
  })
  expect(message).not.toMatch(/hush|hidden|sly/)
})

test('an empty value is a missing one', () => {
  expect(complaints({ CRON_SECRET: '' })).toContain('CRON_SECRET: is missing')
  expect(complaints({ SMTP_URL: '', MAIL_FROM: '' })).toBe('')
})

test('the flags may come by either of their names', () => {
  expect(
    complaints({ EDGE_CONFIG: undefined, GLOBAL_CONFIG: completeEnvironment.EDGE_CONFIG }),
  ).toBe('')
})

test('the example file names exactly what is read', () => {
  const example = readFileSync(path.join(import.meta.dirname, '..', '.env.example'), 'utf8')
  const names = example
    .split('\n')
    .flatMap((line) => /^(?:# )?([A-Z][A-Z0-9_]*)=/.exec(line)?.[1] ?? [])
  expect(names.toSorted()).toEqual(environmentVariableNames.toSorted())
})
