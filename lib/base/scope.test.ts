import { expect, test } from 'vitest'
import { sealScope } from './scope'

test('a scope cannot be changed after it was made', () => {
  const scope = sealScope({
    clientId: 'c',
    engagementId: 'e',
    userId: 'u',
    role: 'viewer',
    clientSlug: 'acme',
    engagementSlug: 'erp',
  })
  expect(() => Object.assign(scope, { clientId: 'other' })).toThrow(TypeError)
  expect(scope.clientId).toBe('c')
})
