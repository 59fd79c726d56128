'use client'

import { useEffect, useState } from 'react'
import useSWR from 'swr'
import type { ImportPage } from '@/lib/domain/imports/schema'
import type { AssetPage } from '@/lib/domain/inventory/schema'
import type { Command } from './commands'

const most = 5
/** One letter finds too much to be of use. */
const shortestSearch = 2
const pauseMs = 120

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`)
  return response.json()
}

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
  const assets = useSWR<AssetPage>(isAsked ? `/api${root}/assets${query}` : null, fetchJson)
  const imports = useSWR<ImportPage>(isAsked ? `/api${root}/imports${query}` : null, fetchJson)
  const waiting = root !== null && text.trim().length >= shortestSearch && asked !== text.trim()
  return {
    commands: isAsked
      ? [...assetCommands(root, assets.data), ...importCommands(root, imports.data)]
      : [],
    busy: waiting || assets.isLoading || imports.isLoading,
    failed: isAsked && (assets.error !== undefined || imports.error !== undefined),
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
