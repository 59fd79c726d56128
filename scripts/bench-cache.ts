import { parseArgs } from 'node:util'
import { benchCache } from './bench/cache/figures'
import { judgeFigures } from './bench/cache/goals'
import { writeFigures } from './bench/cache/print'

const usage = `Usage: npm run bench:cache -- [--json] [--bumps N]

Measures the cache beside plain reads over the same client, and says which goals were reached. The
Redis is the one that REDIS_URL names, else a server program on PATH, else an embedded one.

  --json     one JSON object
  --bumps N  invalidations of the bench of memory; default 1000000`

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    bumps: { type: 'string', default: '1000000' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(usage)
else {
  const figures = await benchCache({ bumps: Number(values.bumps) })
  const goals = judgeFigures(figures)
  console.log(
    values.json ? JSON.stringify({ ...figures, goals }, null, 2) : writeFigures(figures, goals),
  )
}
