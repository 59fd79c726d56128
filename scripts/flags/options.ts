import { parseArgs } from 'node:util'

/** What a person wrote on the command line. */
export type FlagOptions =
  | { command: 'get'; json: boolean }
  | { command: 'history'; json: boolean; limit: number }
  /** `place` leads from the flags to what is set, such as `cache-path`, `groups`, `people`. */
  | { command: 'set'; place: string[]; value: unknown; as: string; reason: string }

export const usage = `Usage: npm run flags -- get [--json]
       npm run flags -- history [--limit N] [--json]
       npm run flags -- set PLACE VALUE --as EMAIL --reason TEXT

get      what the flags say, and what of it is not obeyed as it is written
history  who changed them, when and why, the latest first
set      changes one of them, or a part of one, and writes down who did it and why

  PLACE    a flag, or a part of one: cache-enabled, cache-path.default, cache-path.groups.people,
           cache-path.clients.ID, http-validators.default
  VALUE    JSON, such as false or '{"path":"legacy","rollout":{"path":"redis","percent":20}}';
           none takes the part away
  --as     the administrator who answers for it

The site is the one that the environment names (FLAGS_MANAGEMENT_URL, FLAGS_MANAGEMENT_TOKEN, the
databases, Redis), else that started by npm run up in this folder.

Exit status: 0 done, 1 failed, 2 wrong use.`

/** What a person did wrong; its message is all they need. */
export class WrongUse extends Error {
  override name = 'WrongUse'
  constructor(message: string) {
    super(`${message}\n\n${usage}`)
  }
}

const options = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  limit: { type: 'string', default: '20' },
  as: { type: 'string', default: '' },
  reason: { type: 'string', default: '' },
} as const

/**
 * @returns null when only help is asked for
 * @throws WrongUse
 */
export function readOptions(args: readonly string[]): FlagOptions | null {
  const { values, positionals } = parse(args)
  if (values.help) return null
  const { json } = values
  const [command, place, value, ...more] = positionals
  if (command === 'get' && place === undefined) return { command, json }
  if (command === 'history' && place === undefined) {
    const limit = Number(values.limit)
    if (Number.isInteger(limit) && limit > 0) return { command, json, limit }
    throw new WrongUse(`${values.limit} is no number of changes.`)
  }
  if (command !== 'set' || more.length > 0) throw new WrongUse('Say get, history or set.')
  if (!place || value === undefined) throw new WrongUse('Say what to set, and to what.')
  if (!values.as || !values.reason) throw new WrongUse('Say who sets it (--as) and why (--reason).')
  const { as, reason } = values
  return { command, place: place.split('.'), value: readValue(value), as, reason }
}

/** Undefined takes the part away. */
function readValue(text: string): unknown {
  if (text === 'none') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new WrongUse(`${text} is no JSON.`)
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    // Nothing is thrown here but what a person wrote.
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}
