/** What a piece of work sent by HTTP. */
export interface RequestCount {
  trips: number
  commands: number
}

/** Commands of a request to Upstash's interface. */
function countCommands(url: string, body: unknown): number {
  if (!/\/(pipeline|multi-exec)$/.test(url) || typeof body !== 'string') return 1
  return JSON.parse(body).length
}

/** Counts the HTTP requests that this process makes while it works, and their commands. */
async function countRequests(work: () => Promise<unknown>): Promise<RequestCount> {
  const count: RequestCount = { trips: 0, commands: 0 }
  const plain = globalThis.fetch
  globalThis.fetch = (target, init) => {
    count.trips += 1
    count.commands += countCommands(String(target), init?.body)
    return plain(target, init)
  }
  try {
    await work()
  } finally {
    globalThis.fetch = plain
  }
  return count
}

/** What one run of each subject sends, beside what else was found of it. */
export async function addCounts<T>(
  found: readonly T[],
  subjects: readonly { run(): Promise<unknown> }[],
): Promise<(T & RequestCount)[]> {
  const counted = []
  for (const [index, one] of found.entries()) {
    counted.push({ ...one, ...(await countRequests(async () => subjects[index]?.run())) })
  }
  return counted
}
