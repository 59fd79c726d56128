import * as z from 'zod'

const readSchema = z.object({
  read: z.string(),
  path: z.string(),
  outcome: z.string(),
  reason: z.string().optional(),
  ageSeconds: z.number().optional(),
  ttlSeconds: z.number().optional(),
  tags: z.array(z.string()),
  milliseconds: z.number(),
})
const traceSchema = z.object({ reads: z.array(readSchema) })

/** One read of a request, as the process that answered it remembers it. */
export type TracedRead = z.infer<typeof readSchema>

/** @returns null when the process that answers does not know the request (any more) */
export async function fetchTrace(requestId: string): Promise<readonly TracedRead[] | null> {
  const answer = await fetch(tracePath(requestId), { signal: AbortSignal.timeout(10_000) })
  if (!answer.ok) return null
  const trace = traceSchema.safeParse(await answer.json())
  return trace.success ? trace.data.reads : null
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
