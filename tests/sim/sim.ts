import { parseArgs } from 'node:util'
import { explain, type Figures, runSeeds, trace } from './run/seeds'

const usage = `Usage: npm run sim -- [--seeds N] [--from S] [--steps N] [--json]
       npm run sim -- --seed S [--trace]

Plays the cache's code over a modelled Redis and PostgreSQL, one scenario per seed.
  --seeds N   seeds to play (1000)
  --from S    the first of them (1)
  --steps N   end when so many steps were made
  --seed S    play one; what it breaks is made as small as possible and told step by step
  --trace     tell every step of that seed as it is
`

const say = (text: string) => process.stdout.write(`${text}\n`)

function report({ counts, violations, ...figures }: Figures): void {
  for (const [name, value] of Object.entries(figures)) say(`${name.padEnd(16)} ${value}`)
  say(`violations       ${violations.length}`)
  for (const { seed, violation } of violations) say(`  seed ${seed}: ${violation}`)
  say('')
  for (const [kind, count] of Object.entries(counts)) say(`${String(count).padStart(10)}  ${kind}`)
}

async function playOne(seed: number): Promise<boolean> {
  const explained = await explain(seed)
  if (!explained) {
    say(`Seed ${seed} keeps every promise.`)
    return true
  }
  say(JSON.stringify(explained.scenario, null, 1))
  for (const line of explained.lines) say(line)
  say(`\nSeed ${seed}, made small: ${explained.violation.message}`)
  return false
}

async function playMany(from: number, seeds: number, steps: number | undefined, asJson: boolean) {
  const figures = await runSeeds({ from, seeds, steps })
  if (asJson) say(JSON.stringify(figures, null, 2))
  else report(figures)
  const [first] = figures.violations
  if (first && !asJson) await playOne(first.seed)
  return figures.violations.length === 0
}

const wholeNumber = (text: string | undefined, otherwise: number) => {
  const value = Number(text ?? otherwise)
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${text} is no whole number`)
  return value
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string' },
      from: { type: 'string' },
      steps: { type: 'string' },
      seed: { type: 'string' },
      trace: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    say(usage)
    return true
  }
  if (values.seed !== undefined) {
    const seed = wholeNumber(values.seed, 1)
    if (!values.trace) return playOne(seed)
    for (const line of await trace(seed)) say(line)
    return true
  }
  const steps = values.steps === undefined ? undefined : wholeNumber(values.steps, 0)
  const seeds = wholeNumber(values.seeds, steps === undefined ? 1_000 : Number.MAX_SAFE_INTEGER)
  return playMany(wholeNumber(values.from, 1), seeds, steps, values.json === true)
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
