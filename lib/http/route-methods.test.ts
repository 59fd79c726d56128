import { expect, test } from 'vitest'
import { refusedMethod } from './route-methods'

const tenant = '/api/acme/erp-2026'

test('an address takes its own methods and no others', () => {
  expect(refusedMethod(`${tenant}/imports`, 'POST')).toBeNull()
  expect(refusedMethod(`${tenant}/imports`, 'HEAD')).toBeNull()
  expect(refusedMethod(`${tenant}/imports`, 'PUT')).toEqual(['GET', 'HEAD', 'POST'])
  expect(refusedMethod(`${tenant}/imports/`, 'PATCH')).toEqual(['GET', 'HEAD', 'POST'])
})

test('a fixed last part is no id', () => {
  expect(refusedMethod(`${tenant}/flows/1/mappings/approve`, 'PATCH')).toEqual(['POST'])
  expect(refusedMethod(`${tenant}/flows/1/mappings/2`, 'PATCH')).toBeNull()
})

test('an unknown address of the API is left to its handler, which tells nobody anything', () => {
  expect(refusedMethod('/api/acme/nothing/here', 'DELETE')).toBeNull()
})

test('pages are read and posted to, nothing else', () => {
  expect(refusedMethod('/acme/erp-2026', 'POST')).toBeNull()
  expect(refusedMethod('/acme/erp-2026', 'PROPFIND')).toEqual(['GET', 'HEAD', 'POST'])
})
