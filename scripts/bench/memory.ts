import { readFileSync } from 'node:fs'

const everyMs = 100

/** Resident memory of a process, in MiB; Linux only. */
export function residentMib(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}

/** Watches a process's resident memory until it is stopped; then tells its least and its most. */
export function watchMemory(pid: number) {
  const idleMib = residentMib(pid)
  let peakMib = idleMib
  const timer = setInterval(() => {
    peakMib = Math.max(peakMib, residentMib(pid))
  }, everyMs)
  return {
    stop: () => {
      clearInterval(timer)
      const round = (mib: number) => Math.round(mib * 10) / 10
      return {
        idleMib: round(idleMib),
        peakMib: round(peakMib),
        growthMib: round(peakMib - idleMib),
      }
    },
  }
}
