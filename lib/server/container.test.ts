import { expect, test, vi } from 'vitest'
import { createProcessCache } from '@/lib/cache/process-cache'
import { completeEnvironment } from '@/tests/support/complete-environment'
import { container } from './container'
import { registerPageCache } from './public-pages/register'

const given = vi.hoisted(() => ({ CACHE_READ_BUDGET_MS: undefined as string | undefined }))
vi.mock('@/lib/env', async (original) => {
  const module = await original<typeof import('@/lib/env')>()
  return { ...module, env: () => module.parseEnv({ ...completeEnvironment, ...given }) }
})
vi.mock('@/lib/cache/process-cache', () => ({ createProcessCache: vi.fn() }))
vi.mock('./public-pages/register', () => ({ registerPageCache: vi.fn() }))

test.each([
  ['140 ms, where nothing is said', undefined, 140],
  ['as long as the environment says', '77', 77],
])('the reads of a request wait for Redis together: %s', (_, said, readBudget) => {
  given.CACHE_READ_BUDGET_MS = said
  Reflect.deleteProperty(globalThis, Symbol.for('portolan.container'))
  container()
  const expected = expect.objectContaining({ readBudget })
  expect(createProcessCache).toHaveBeenLastCalledWith(expected)
  expect(registerPageCache).toHaveBeenLastCalledWith(expected)
})
