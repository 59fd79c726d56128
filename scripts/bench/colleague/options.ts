import { parseArgs } from 'node:util'
import { WrongUse } from '../wrong-use'

const usage = `Usage: npm run bench -- colleague [--tries N]

Two browsers look at one mapping page; 200 columns are decided about in one of them, again and
again. Measures how late the other one shows it.

  --tries N  how often, at least once; default 200`

/** @throws WrongUse */
export function readOptions(args: readonly string[]): { tries: number } {
  const { tries } = parse(args)
  if (/^[1-9]\d{0,5}$/.test(tries)) return { tries: Number(tries) }
  throw wrongUse(`${tries} is no number of tries.`)
}

function parse(args: readonly string[]): { tries: string } {
  const options = { tries: { type: 'string', default: '200' } } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    // Nothing is thrown here but what a person wrote.
    throw wrongUse(error instanceof Error ? error.message : String(error))
  }
}

function wrongUse(message: string): WrongUse {
  return new WrongUse(`${message}\n\n${usage}`)
}
