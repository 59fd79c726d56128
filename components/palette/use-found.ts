'use client'

import { useEffect, useState } from 'react'
import { useRead } from '@/components/data/use-read'
import type { ImportPage } from '@/lib/domain/imports/schema'
import type { AssetPage } from '@/lib/domain/inventory/schema'
import type { Command } from './commands'

const most = 5
/** One letter finds too much to be of use. */
const shortestSearch = 2
const pauseMs = 120

export interface Found {
  commands: Command[]
  /** An answer is on its way. */
  busy: boolean
  failed: boolean
}

/**
 * Assets and imports of an engagement whose names have a text in them, asked for as one types.
 * @param root `/CLIENT/ENGAGEMENT`; null where there is none to search
 */
export function useFound(root: string | null, text: string): Found {
  const asked = useSettled(text.trim())
  const query = `?limit=${most}&q=${encodeURIComponent(asked)}`
  const isAsked = root !== null && asked.length >= shortestSearch
  const assets = useRead<AssetPage>(isAsked ? `/api${root}/assets${query}` : null)
  const imports = useRead<ImportPage>(isAsked ? `/api${root}/imports${query}` : null)
  const isTyping = root !== null && text.trim().length >= shortestSearch && asked !== text.trim()
  return {
    commands: isAsked
      ? [...assetCommands(root, assets.data), ...importCommands(root, imports.data)]
      : [],
    busy: isTyping || assets.loading || imports.loading,
    failed: assets.failure !== null || imports.failure !== null,
  }
}

/** The text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

function assetCommands(root: string, page: AssetPage | undefined): Command[] {
  return (page?.assets ?? []).map(({ id, name, assetType }) => ({
    id,
    group: 'Assets',
    label: name,
    detail: assetType.replaceAll('_', ' '),
    icon: 'asset',
    deed: { kind: 'go', href: `${root}/inventory/${id}` },
  }))
}

function importCommands(root: string, page: ImportPage | undefined): Command[] {
  return (page?.imports ?? []).map(({ importId, flowId, fileName, createdBy }) => ({
    id: importId,
    group: 'Imports',
    label: fileName,
    detail: createdBy,
    icon: 'imports',
    deed: { kind: 'go', href: `${root}/flows/${flowId}` },
  }))
}
