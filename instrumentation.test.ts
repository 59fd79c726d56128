import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'
import { completeEnvironment } from '@/tests/support/complete-environment'

/** What a process that boots the site says and how it ends; one that survives says "serving". */
function boot(environment: Record<string, string>): Promise<{ code: number; said: string }> {
  const program = "await (await import('./instrumentation.ts')).register(); console.log('serving')"
  // A bundler resolves packages for the server by this condition.
  const options = ['--conditions=react-server', '--import=tsx', '--input-type=module']
  const env = { NODE_ENV: 'production' as const, NEXT_RUNTIME: 'nodejs' }
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...options, '--eval', program],
      { cwd: import.meta.dirname, env: { ...env, ...environment } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
    )
  })
}

test('a bad environment ends the process, and every bad variable is named', async () => {
  const { code, said } = await boot({
    ...completeEnvironment,
    DATABASE_URL: '',
    NEXTAUTH_SECRET: 'short',
  })
  expect(code).toBe(1)
  expect(said).toContain('The environment is not complete')
  expect(said).toContain('DATABASE_URL: is missing')
  expect(said).toContain('NEXTAUTH_SECRET: needs at least 32 characters')
  expect(said).not.toContain('serving')
}, 30_000)

test('a complete environment lets the site begin', async () => {
  const { code, said } = await boot(completeEnvironment)
  expect(code).toBe(0)
  // Before it, the log says that no far end is there.
  expect(said).toMatch(/^serving$/m)
}, 30_000)
