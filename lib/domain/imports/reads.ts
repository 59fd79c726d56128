import type { ReadSources } from '@/db/client'
import { tagsOf } from '@/db/coherence/tags'
import { isUuid } from '@/lib/base/ids'
import type { EngagementKey } from '@/lib/base/scope'
import { defineRead } from '@/lib/cache/read-policy'
import { keptForEngagement } from '../tenancy/caching'
import { findImport, listImports } from './queries'
import { listRawRows, type RawRowsInput } from './raw-row-queries'
import type { ImportPage, ImportView, ListImports, RawRowView } from './schema'

/** One import; null when the engagement has none of that id. */
export const importById = defineRead<
  ReadSources,
  EngagementKey,
  { importId: string },
  ImportView | null
>({
  name: 'imports.one',
  load: async ({ tenant }, key, { importId }) =>
    isUuid(importId) ? findImport(key, tenant, importId) : null,
  caching: keptForEngagement({
    version: 1,
    life: 'importResult',
    tags: (key, { importId }) => [
      ...tagsOf.import(key).row(importId),
      ...tagsOf.rawRows(key).row(importId),
      ...tagsOf.personName.list(),
    ],
  }),
})

/** Imports of the engagement, newest first. */
export const importList = defineRead<ReadSources, EngagementKey, ListImports, ImportPage>({
  name: 'imports.list',
  load: ({ tenant }, key, input) => listImports(key, tenant, input),
  caching: keptForEngagement({
    version: 1,
    life: 'flow',
    tags: (key) => [
      ...tagsOf.import(key).list(),
      ...tagsOf.flow(key).list(),
      ...tagsOf.personName.list(),
    ],
  }),
})

/**
 * Rows of an import as they came, in the file's order. Never kept: they are read once, as a stream
 * of large pages for a file.
 */
export const rawRowPage = defineRead<ReadSources, EngagementKey, RawRowsInput, RawRowView[]>({
  name: 'imports.raw-rows',
  load: async ({ tenant }, key, input) =>
    isUuid(input.importId) ? listRawRows(key, tenant, input) : [],
})
