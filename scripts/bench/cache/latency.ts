/** Something that is measured beside others. */
export interface Subject {
  name: string
  run(): Promise<unknown>
}

export interface Latency {
  name: string
  /** Milliseconds. */
  p50: number
  p99: number
  /** The median of the rounds' p50 divided by the first subject's in the same round. */
  ratio: number
}

/** @param share from 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

export function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits))
}

/**
 * Runs the subjects one after another in turns, so that a busy machine is busy for all of them.
 * @param rounds of `turns` runs each
 */
export async function compareLatency(
  subjects: readonly Subject[],
  { rounds, turns }: { rounds: number; turns: number },
): Promise<Latency[]> {
  const samples = subjects.map((): number[][] => [])
  for (const { run } of subjects) for (let turn = 0; turn < turns; turn++) await run()
  for (let one = 0; one < rounds; one++) {
    for (const [index, { run }] of subjects.entries()) {
      const times: number[] = []
      for (let turn = 0; turn < turns; turn++) times.push(await time(run))
      samples[index]?.push(times)
    }
  }
  const medians = samples.map((own) => own.map((times) => quantile(times, 0.5)))
  return subjects.map(({ name }, index) => {
    const all = samples[index]?.flat() ?? []
    const ratios = medians[index]?.map((median, one) => median / (medians[0]?.[one] ?? 1)) ?? []
    return {
      name,
      p50: round(quantile(all, 0.5)),
      p99: round(quantile(all, 0.99)),
      ratio: round(quantile(ratios, 0.5)),
    }
  })
}

/** Runs per second with `atOnce` of them under way, in turns among the subjects. */
export async function compareThroughput(
  subjects: readonly Subject[],
  { rounds, runs, atOnce }: { rounds: number; runs: number; atOnce: number },
): Promise<Map<string, number>> {
  const seconds = new Map(subjects.map(({ name }) => [name, 0]))
  for (let one = 0; one < rounds; one++) {
    for (const { name, run } of subjects) {
      let left = runs
      const worker = async () => {
        while (left-- > 0) await run()
      }
      const spent = await time(() => Promise.all(Array.from({ length: atOnce }, worker)))
      seconds.set(name, (seconds.get(name) ?? 0) + spent / 1000)
    }
  }
  return new Map([...seconds].map(([name, spent]) => [name, Math.round((rounds * runs) / spent)]))
}
