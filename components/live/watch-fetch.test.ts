import {
  ACTION_HEADER,
  NEXT_ACTION_REVALIDATED_HEADER,
} from 'next/dist/client/components/app-router-headers'
import { afterEach, expect, test, vi } from 'vitest'
import { watchFetch } from './watch-fetch'

afterEach(() => vi.unstubAllGlobals())

/** A page whose fetch is answered so, and what is heard of it. */
function watchedPage(answer: () => Promise<Response>) {
  const page = { fetch: answer as typeof fetch }
  const bringsPage: boolean[] = []
  const answers: [requestId: string, at: number][] = []
  vi.stubGlobal('window', page)
  watchFetch({
    onAction: () => (brings) => void bringsPage.push(brings),
    onAnswer: (...answer) => void answers.push(answer),
  })
  return { fetch: (init?: RequestInit) => page.fetch('/flows', init), bringsPage, answers }
}

const action = { method: 'POST', headers: { [ACTION_HEADER]: 'an id' } }
const answered = (headers: Record<string, string>) => () =>
  Promise.resolve(new Response('', { headers }))

test.each([
  [NEXT_ACTION_REVALIDATED_HEADER, '1'],
  ['x-action-redirect', '/acme/erp;push'],
])('an answer to an action with %s brings a page', async (name, value) => {
  const { fetch, bringsPage } = watchedPage(answered({ [name]: value }))
  await fetch(action)
  expect(bringsPage).toEqual([true])
})

test('an answer to an action without them brings none, and one that fails neither', async () => {
  const page = watchedPage(answered({ 'content-type': 'text/x-component' }))
  await page.fetch(action)
  expect(page.bringsPage).toEqual([false])

  const broken = watchedPage(() => Promise.reject(new TypeError('Failed to fetch')))
  await expect(broken.fetch(action)).rejects.toThrow('Failed to fetch')
  expect(broken.bringsPage).toEqual([false])
})

test('what is no action is none, whatever its answer says', async () => {
  const { fetch, bringsPage } = watchedPage(answered({ 'x-action-redirect': '/' }))
  await fetch()
  await fetch({ headers: { rsc: '1' } })
  expect(bringsPage).toEqual([])
})

test('of every answer that names its request it is said when it was asked for', async () => {
  const { fetch, answers } = watchedPage(answered({ 'x-request-id': 'r1' }))
  const before = Date.now()
  const answer = await fetch()
  const after = Date.now()
  expect(answer.headers.get('x-request-id')).toBe('r1')
  expect(answers).toEqual([['r1', expect.toSatisfy((at) => at >= before && at <= after)]])
})
