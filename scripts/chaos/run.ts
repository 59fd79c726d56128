import { signIn } from '../import/site-client'
import type { Tally } from './tally'
import type { World } from './world'

/** One run: its world, who is signed in, and what is the case this moment. */
export interface Run {
  world: World
  tally: Tally
  /** By e-mail address; every site accepts them. */
  cookies: ReadonlyMap<string, string>
  /** Becomes true when everybody is to stop. */
  over: boolean
  /** The fault that is suffered, for the words of the report. */
  fault: string
  startedAt: number
  /** When each site last answered a read that began at that time; by index. */
  answeredAt: number[]
}

const password = 'portolan-demo'

/** Signs people in at the first site. */
export async function signInAll(
  { sites }: World,
  emails: readonly string[],
): Promise<Map<string, string>> {
  const cookies = new Map<string, string>()
  for (const email of new Set(emails)) {
    const client = await signIn({ url: sites[0]?.url ?? '', email, password }, fetch)
    cookies.set(email, client.cookieHeader())
  }
  return cookies
}

/** Begins a request. @returns names, when called at its end, the faults that it met */
export function labelOf(run: Run): () => string {
  const first = run.fault
  return () => (run.fault === first ? first : `${first}, then ${run.fault}`)
}
