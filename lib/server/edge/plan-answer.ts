import 'server-only'
import { hkdfSync } from 'node:crypto'
import { createRecent } from '@/lib/base/recent'
import { isSettled } from '@/lib/cache/protocol'
import { env } from '@/lib/env'
import type { HeaderPath } from '@/lib/http/cache-control'
import { printEntityTag } from '@/lib/http/entity-tag'
import { type PageFacts, pageFacts } from '@/lib/http/page-facts'
import { planRead, type ReadPlan } from '@/lib/http/plan-read'
import type { Representation } from '@/lib/http/representation'
import { createValidators, type Validator } from '@/lib/http/validator'
import type { LookAhead } from './admit'
import { readBuildId } from './build-id'
import { type Foreseen, foresee, type Versions } from './look-ahead'
import { pathOfRead } from './path-of-read'

/** The site has words in one language. */
const locale = 'en'

/** A read request whose route is known, before its page or handler runs. */
export interface AskedAnswer extends LookAhead {
  method: string
  headers: Headers
  pathname: string
  /** With its question mark, or empty. */
  search: string
  representation: Representation
}

/** Validators whose thing was found under them: it need not be looked for again. */
const found = createRecent<true>(10_000)

let made: ReturnType<typeof createValidators> | null | undefined

/** Null where nothing was built: nobody could tell the answers of two builds apart. */
function validators() {
  if (made !== undefined) return made
  const buildId = readBuildId()
  const secret = Buffer.from(env().CACHE_SECRET)
  const key = new Uint8Array(hkdfSync('sha256', secret, 'http', 'validator', 32))
  made = buildId === null ? null : createValidators({ key, buildId, isSettled })
  return made
}

export interface AnswerPlan {
  plan: ReadPlan
  path: HeaderPath
  /** What a page is made of; null where nobody looked. */
  facts: PageFacts | null
}

/**
 * What becomes of a read request of somebody who is signed in; null when the route does not let
 * them in, or when what the address names is not there.
 * @throws what a read throws
 */
export async function planAnswer(asked: AskedAnswer): Promise<AnswerPlan | null> {
  const seen = await foresee(asked)
  if (!seen) return null
  const { route, flags, method, headers, representation } = asked
  const paths = seen.reads.map((read) => pathOfRead(flags, read))
  const isOld = paths.some((path) => path === 'legacy' || path === 'shadow')
  const isOff = paths.includes('off')
  const path = isOld || !(isOff || flags.httpValidators(seen.clientId)) ? 'legacy' : 'new'
  const versions = path === 'new' && !isOff ? await seen.versions() : null
  const isAsked = path === 'new' && route.answers304 !== 'never' && !isOff
  const validator = isAsked ? validate(asked, seen, versions) : noValidator
  const { etag } = validator
  const isThere = await findThing(asked, seen, etag && printEntityTag(etag))
  if (!isThere) return null
  const now = new Date()
  const sure = !isUnsure(asked)
  const plan = planRead({
    method,
    headers,
    route,
    representation,
    path,
    validator,
    isThere: sure,
    now,
  })
  return {
    plan,
    path,
    facts: representation.kind === 'data' ? null : pageFacts(seen.reads, versions),
  }
}

const noValidator: Validator = { etag: null, why: 'off' }

function validate(asked: AskedAnswer, seen: Foreseen, versions: Versions): Validator {
  const make = validators()
  if (!make) return { etag: null, why: 'unknown' }
  const { pathname, search, representation, flags, reads } = asked
  const { tags, role, sessionVersion, asker } = seen
  const validator = make(
    {
      address: pathname + search,
      representation: representation.name,
      scope: { userId: asker.userId, role, sessionVersion, locale, flagDigest: flags.digest },
      tags,
    },
    versions,
  )
  // Facts that no read asks for by themselves, such as a list that stands for its rows.
  if (validator.etag === null && validator.why === 'unseen') reads.versions.begin(tags)
  return validator
}

/** Whether what the address names is there, by the read that the page will do, too. */
async function findThing(
  { route, flags, reads }: AskedAnswer,
  seen: Foreseen,
  etag: string | null,
): Promise<boolean> {
  if (route.answers304 !== 'ifThere') return true
  if (etag !== null && found.get(etag)) return true
  const [thing] = seen.reads
  if (!thing || !(await thing.finds(reads, pathOfRead(flags, thing)))) return false
  if (etag !== null) found.put(etag, true)
  return true
}

/**
 * Whether the answer may be a refusal of its query. Who has a validator was answered with success;
 * `*` asks whether anything is there at all.
 */
function isUnsure({ representation, search, headers }: AskedAnswer): boolean {
  return representation.kind === 'data' && search !== '' && headers.get('if-none-match') === '*'
}
