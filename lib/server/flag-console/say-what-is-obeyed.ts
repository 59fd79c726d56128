import 'server-only'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Clock } from '@/lib/base/clock'
import type { Instances } from '@/lib/cache/upstash-instances'
import type { FlagSnapshot, FlagSource } from '@/lib/flags/flag-source'

/** Milliseconds in which a process says at least once what it obeys, while it is asked for pages. */
const period = 10_000
/** A process that has said nothing for so long is not counted; milliseconds. */
const life = 60_000

const words = z.object({
  digest: z.string(),
  source: z.enum(['edge-config', 'last-good', 'safe-defaults']),
})

export type Obeyed = z.infer<typeof words>

interface Settings {
  flags: Pick<FlagSource, 'onRefresh'>
  instances: Instances
  clock: Clock
  /** Takes work that nobody waits for. */
  background(work: Promise<unknown>): void
}

/** Lets this process tell all others which flags it obeys. */
export function sayWhatIsObeyed({ flags, instances, clock, background }: Settings): void {
  const id = randomUUID()
  let said = ''
  let at = Number.NEGATIVE_INFINITY
  flags.onRefresh(({ digest, source }: FlagSnapshot) => {
    const now = clock.now().getTime()
    const saying = JSON.stringify({ digest, source } satisfies Obeyed)
    if (saying === said && now - at < period) return
    said = saying
    at = now
    background(instances.note(id, saying, life))
  })
}

/** What each process that lives says it obeys. */
export async function whatIsObeyed(instances: Instances): Promise<Obeyed[]> {
  const said = await instances.readAll()
  return [...said.values()].flatMap((text) => {
    const parsed = words.safeParse(parseJson(text))
    return parsed.success ? [parsed.data] : []
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
