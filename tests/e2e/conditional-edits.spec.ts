import { expect } from '@playwright/test'
import { siteUrls } from '../support/sites'
import { bringFile, workplace } from './support/bring-file'
import { apiOf } from './support/people'
import { test } from './support/test'

const [first, second = first] = siteUrls()

test('an edit says by If-Match what it saw, on whichever process', async () => {
  const api = await apiOf('analyst', first)
  const other = await apiOf('analyst', second)
  const { flowId } = await bringFile(api, 'conditional.csv', 'Name,CPUs\nconditional-1,2\n')
  const mappings = `/api${workplace}/flows/${flowId}/mappings`
  const { columns } = await (await api.get(mappings)).json()
  const { mappingId, version } = columns[1]
  const change = (on: typeof api, ifMatch: string, attribute: string | null) =>
    on.patch(`${mappings}/${mappingId}`, {
      headers: { 'if-match': ifMatch },
      data: { attribute },
    })
  const changed = await change(api, `"${version}"`, null)
  expect(changed.status()).toBe(200)
  const tag = changed.headers().etag ?? ''
  expect(tag).toBe(`"${version + 1}"`)

  const late = await change(other, `"${version}"`, 'cpu_count')
  expect(late.status()).toBe(412)
  expect(late.headers().etag).toBe(tag)
  const newer = { version: version + 1, values: { attribute: null } }
  expect((await late.json()).error).toMatchObject({ code: 'precondition_failed', newer })
  expect((await change(other, tag, 'cpu_count')).status()).toBe(200)

  const weak = await change(api, `W/"${version + 2}"`, null)
  expect(weak.status()).toBe(412)
  const body = { attribute: null, version: version + 2 }
  expect((await api.patch(`${mappings}/${mappingId}`, { data: body })).status()).toBe(200)
  const old = await api.patch(`${mappings}/${mappingId}`, { data: body })
  expect([old.status(), old.headers().etag]).toEqual([409, `"${version + 3}"`])

  const guarded = { headers: { 'if-match': '"1"' }, data: { all: true } }
  expect((await api.post(`${mappings}/reject`, guarded)).status()).toBe(412)
})
