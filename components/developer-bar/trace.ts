/** One read of a request, as the process that answered it remembers it. */
export interface TracedRead {
  read: string
  path: string
  outcome: string
  reason?: string
  ageSeconds?: number
  ttlSeconds?: number
  tags: string[]
  milliseconds: number
}

export interface Trace {
  reads: readonly TracedRead[]
}

/** Where the reads of a request are told. */
export function tracePath(requestId: string): string {
  return `/api/requests/${encodeURIComponent(requestId)}/reads`
}

/** "3 reads: 2 hit, 1 miss". */
export function summary(reads: readonly TracedRead[]): string {
  const counts = new Map<string, number>()
  for (const { outcome } of reads) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const parts = [...counts].map(([outcome, count]) => `${count} ${outcome}`)
  const total = reads.length === 1 ? '1 read' : `${reads.length} reads`
  return parts.length === 0 ? total : `${total}: ${parts.join(', ')}`
}
