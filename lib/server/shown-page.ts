import 'server-only'
import { headers } from 'next/headers'
import { readPageFacts } from '@/lib/http/page-facts'
import { requestIdHeader } from '@/lib/http/requested-path'
import { ownChangesOf } from './own-changes'

/** What a browser has to know of a page to see which changes concern it. */
export interface ShownPage {
  /** Of this rendering. */
  id: string
  /** The tags of its reads, by their names; null where nobody knows them. */
  reads: Readonly<Record<string, readonly string[]>> | null
  /** Changes that it holds already, among those of which its browser may hear. */
  changes: readonly string[]
  /** Whether the page that was there is shown anew after its own action; its reads are the same. */
  afterAction: boolean
}

/** The page that is being rendered for this request. */
export async function shownPage(): Promise<ShownPage> {
  const sent = await headers()
  const id = sent.get(requestIdHeader) ?? ''
  const own = ownChangesOf(id)
  const facts = readPageFacts(sent)
  return {
    id,
    reads: facts?.reads ?? null,
    changes: [...(facts?.changes ?? []), ...(own ?? [])],
    afterAction: own !== undefined,
  }
}
