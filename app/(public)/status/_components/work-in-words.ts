import type { ServiceWork } from '@/lib/domain/service/schema'

/** How long ago a moment was, rounded down. @param now milliseconds since 1970 */
export function howLongAgo(moment: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(moment)) / 1000))
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`
  return `${Math.floor(seconds / 86_400)} d`
}

const waiting = (count: number, since: string | null, now: number, none: string) =>
  count === 0 || since === null
    ? none
    : `${count.toLocaleString('en-US')} for up to ${howLongAgo(since, now)}`

/** What goes on behind the pages, for people. @param now milliseconds since 1970 */
export function workInWords(work: ServiceWork, now: number): { term: string; value: string }[] {
  return [
    {
      term: 'Steps of imports waiting',
      value: waiting(work.dueSteps, work.dueSince, now, 'None'),
    },
    {
      term: 'Last step of an import',
      value: work.lastStepAt === null ? 'None yet' : `${howLongAgo(work.lastStepAt, now)} ago`,
    },
    {
      term: 'Changes the cache waits for',
      value: waiting(work.untoldChanges, work.untoldSince, now, 'None'),
    },
  ]
}
