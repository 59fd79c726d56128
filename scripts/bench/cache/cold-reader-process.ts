import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ColdOrder, ColdResult } from './cold-readers'
import { openInstance } from './instance'
import { time } from './latency'

/** One of several processes whose readers all want one value that is not there yet. */
const [order]: ColdOrder[] = await once(process, 'message')
if (!order) throw new Error('A cold reader was told nothing')
const { place, readers, loadMs, readBudget, wanted } = order
let loads = 0
async function load(id: string) {
  loads += 1
  await sleep(id === wanted.id ? loadMs : 1)
  return { answer: 42 }
}
const instance = openInstance(place, { load }, readBudget)
// The process has read before, and Redis serves it; only the value is cold. Four processes that begin
// at once may wait too long for their first answer, and then ask Redis nothing for a while.
for (let served = 0; served < 50; ) {
  const id = `warm ${process.pid} ${served % 10}`
  const before = loads
  await Promise.all([id, id, id].map(() => instance.read({ id, tags: [id] })))
  served = loads === before ? served + 1 : 0
}
loads = 0
process.send?.('ready')
await once(process, 'message')
const reads = Array.from({ length: readers }, () => time(() => instance.read(wanted)))
const times = await Promise.all(reads)
const result: ColdResult = { loads, times }
process.send?.(result, () => process.disconnect())
