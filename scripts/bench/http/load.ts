import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'

export interface Target {
  url: string
  headers: Record<string, string>
  /** How many of its answers had each status. */
  statuses: Map<number, number>
}

export interface Answered {
  milliseconds: number
  status: number
  headers: Record<string, string | string[] | undefined>
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

/** One request, until its last byte. */
export function ask({ url, headers, statuses }: Target): Promise<Answered> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (answer) => {
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () => {
        const status = answer.statusCode ?? 0
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        const milliseconds = performance.now() - began
        resolve({ milliseconds, status, headers: answer.headers })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** Requests that are under way at one time, by several people. */
const together = 8

/** @returns how many were answered per second, with several under way */
export async function perSecond(target: Target, requests: number): Promise<number> {
  let left = requests
  const began = performance.now()
  const work = async () => {
    while (left-- > 0) await ask(target)
  }
  await Promise.all(Array.from({ length: together }, work))
  return (requests * 1000) / (performance.now() - began)
}

/** @returns milliseconds of each request, one after the other */
export async function durations(target: Target, requests: number): Promise<number[]> {
  const all: number[] = []
  for (let index = 0; index < requests; index++) all.push((await ask(target)).milliseconds)
  return all
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
