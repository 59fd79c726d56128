import { createHash } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'

/** Ids of things that are there, by the names that addresses give them. */
export type Things = Record<'importId' | 'flowId' | 'mappingId' | 'assetId', string>

/**
 * Brings a small file as far as its mapping and finds an asset that was there before, if any was.
 * @param analyst may import
 * @param root `/api/CLIENT/ENGAGEMENT`
 */
export async function makeThings(analyst: APIRequestContext, root: string): Promise<Things> {
  const bytes = Buffer.from('Name,CPUs\nisolated-1,2\n')
  const size = bytes.length
  const file = { name: 'isolation.csv', sizeBytes: size, partCount: 1, partSize: size }
  const created = await analyst.post(`${root}/imports`, { data: file })
  expect(created.status()).toBe(201)
  const { importId, flowId } = await created.json()
  const digest = createHash('sha256').update(bytes).digest('base64')
  const part = await analyst.put(`${root}/imports/${importId}/parts/0`, {
    data: bytes,
    headers: { 'content-digest': `sha-256=:${digest}:`, 'content-type': 'text/csv' },
  })
  expect(part.status()).toBe(200)
  const completed = await analyst.post(`${root}/imports/${importId}/complete`, { data: {} })
  expect(completed.status()).toBe(202)

  const firstMapping = async () => {
    const answer = await analyst.get(`${root}/flows/${flowId}/mappings`)
    return (await answer.json()).columns?.[0]?.mappingId
  }
  await expect.poll(firstMapping, { timeout: 30_000 }).toBeTruthy()
  const { assets } = await (await analyst.get(`${root}/assets?limit=1`)).json()
  return { importId, flowId, mappingId: await firstMapping(), assetId: assets[0]?.id ?? '' }
}
