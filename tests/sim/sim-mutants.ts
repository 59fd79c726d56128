import { parseArgs } from 'node:util'
import { mutants } from './mutants'
import { type Caught, catchMutant, type Verdict } from './mutants/catch'

const usage = `Usage: npm run sim:mutants -- [--seeds N] [--only WORDS] [--json]

Removes each guard from the cache's code in turn and plays seeds until a promise breaks.
  --seeds N     seeds for each at most (2000)
  --only WORDS  the mutants whose name has these words
`

const say = (text: string) => process.stdout.write(`${text}\n`)

function inWords({ name, caught }: Verdict): string {
  return `${caught ? 'caught' : 'ALIVE '}  ${name}: ${caught ? how(caught) : 'nothing tells it'}`
}

function how(caught: Caught): string {
  if (caught.by === 'violation') return `seed ${caught.seed}, ${caught.violation}`
  const { cost, before, after, seeds } = caught
  return `${cost}: ${before.toFixed(3)} → ${after.toFixed(3)} over ${seeds} seeds`
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '2000' },
      only: { type: 'string', default: '' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    say(usage)
    return true
  }
  const most = Number(values.seeds)
  if (!Number.isSafeInteger(most) || most < 1) throw new Error('--seeds takes a whole number')
  const verdicts: Verdict[] = []
  for (const mutant of mutants.filter(({ name }) => name.includes(values.only))) {
    const verdict = await catchMutant(mutant, most)
    verdicts.push(verdict)
    if (!values.json) say(inWords(verdict))
  }
  const alive = verdicts.filter(({ caught }) => caught === null).length
  if (values.json) say(JSON.stringify({ mutants: verdicts.length, alive, verdicts }, null, 2))
  else say(`${verdicts.length} mutants, ${alive} alive`)
  return alive === 0
}

main().then(
  (well) => {
    process.exitCode = well ? 0 : 1
  },
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    process.exitCode = 2
  },
)
