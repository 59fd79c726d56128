import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { SourcedValue } from '@/db/schema'
import type { Scope } from '@/lib/base/scope'
import { digestOf } from '@/lib/domain/inventory/digest'
import { packedJson } from '@/lib/domain/inventory/packed-values'
import { attributeByName } from '@/lib/domain/mapping/catalogue/attributes'
import { convertValue } from '@/lib/domain/mapping/convert/convert-value'

/** An accepted fix. */
export interface AcceptedFix {
  assetId: string | null
  attribute: string | null
  proposed: string | null
}

/** Corrections stand under one name, so that newer ones replace their elders. */
const correctionSource = { key: 'correction', name: 'Correction' }

/** Writes accepted fixes as one more source of each asset, which comes before every import. */
export async function addCorrections(
  tx: Transaction,
  scope: Scope,
  fixes: readonly AcceptedFix[],
): Promise<void> {
  const byAsset = new Map<string, Record<string, SourcedValue>>()
  for (const { assetId, attribute, proposed } of fixes) {
    if (assetId === null || attribute === null) continue
    const values = byAsset.get(assetId) ?? {}
    values[attribute] = correctedValue(attribute, proposed)
    byAsset.set(assetId, values)
  }
  const rows = [...byAsset].map(([asset, values]) => ({
    asset,
    values,
    digest: digestOf(packedJson(values), []),
  }))
  await tx.execute(sql`
    insert into asset_sources (client_account_id, engagement_id, asset_id, kind, source_key,
      source_name, values, digest, created_by)
    select ${scope.clientId}::uuid, ${scope.engagementId}::uuid, c.asset, 'correction',
      ${correctionSource.key}, ${correctionSource.name}, c.values, c.digest, ${scope.userId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(asset uuid, values jsonb, digest text)`)
}

/**
 * The proposed text as a value of its attribute, in the attribute's own unit.
 * @throws when a rule proposed what its attribute cannot hold: that is the rule's fault
 */
function correctedValue(attribute: string, proposed: string | null): SourcedValue {
  if (proposed === null) return { value: null, raw: '' }
  const unit = attributeByName(attribute)?.unit ?? null
  const conversion = convertValue(attribute, proposed, { sourceUnit: unit })
  if (!conversion.ok) {
    throw new Error(`A fix for ${attribute} cannot be read: ${conversion.problem.code}`)
  }
  return unit === null
    ? { value: conversion.value, raw: proposed }
    : { value: conversion.value, raw: proposed, unit }
}
