import { createHash } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'

/** The engagement in which the browser tests bring their files, as its address. */
export const workplace = '/acme/erp-2026'

export interface BroughtFile {
  importId: string
  flowId: string
}

/** Uploads a small file as a script does and waits until its flow waits for a person. */
export async function bringFile(
  api: APIRequestContext,
  name: string,
  text: string,
  place = workplace,
): Promise<BroughtFile> {
  const root = `/api${place}`
  const bytes = Buffer.from(text)
  const created = await api.post(`${root}/imports`, {
    data: { name, sizeBytes: bytes.length, partCount: 1, partSize: bytes.length },
  })
  expect(created.status()).toBe(201)
  const { importId, flowId } = await created.json()
  const digest = createHash('sha256').update(bytes).digest('base64')
  const part = await api.put(`${root}/imports/${importId}/parts/0`, {
    data: bytes,
    headers: { 'content-digest': `sha-256=:${digest}:`, 'content-type': 'text/csv' },
  })
  expect(part.status()).toBe(200)
  expect((await api.post(`${root}/imports/${importId}/complete`, { data: {} })).status()).toBe(202)
  await expectStatus(api, flowId, 'waiting_for_approval', place)
  return { importId, flowId }
}

/** The same, with every column approved and all rows in the inventory. */
export async function bringToInventory(
  api: APIRequestContext,
  name: string,
  text: string,
  place = workplace,
): Promise<BroughtFile> {
  const brought = await bringFile(api, name, text, place)
  const mappings = `/api${place}/flows/${brought.flowId}/mappings`
  expect((await api.post(`${mappings}/approve`, { data: { all: true } })).status()).toBe(200)
  await expectStatus(api, brought.flowId, 'completed', place)
  return brought
}

/** Waits until the flow has come to a status. */
export async function expectStatus(
  api: APIRequestContext,
  flowId: string,
  status: string,
  place = workplace,
): Promise<void> {
  const current = async () => {
    const answer = await api.get(`/api${place}/flows/${flowId}`)
    return (await answer.json()).status
  }
  await expect.poll(current, { timeout: 60_000 }).toBe(status)
}
