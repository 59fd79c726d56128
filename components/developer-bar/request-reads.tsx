'use client'

import { useRead } from '@/components/data/use-read'
import { errorMessage } from '@/lib/base/errors'
import type { SeenRequest } from './seen-request'
import { summary, type Trace, type TracedRead, tracePath } from './trace'

const words = {
  loading: 'Asking the process that answered…',
  unknown: 'The process that answered now does not know this request: another did, or long ago.',
  failed: errorMessage('unavailable'),
} as const

/** The reads of one request, in the order in which they ended. */
export function RequestReads({ request: { id, cacheStatus } }: { request: SeenRequest }) {
  const { data, failure } = useRead<Trace>(tracePath(id))
  const silent = failure && (failure.code === 'not_found' ? 'unknown' : 'failed')
  const state = data?.reads ?? silent ?? 'loading'
  return (
    <div className="px-3 py-2">
      <p className="break-all text-ink-muted text-xs">
        Request <span className="font-mono">{id}</span>
        {cacheStatus !== null && ` · ${cacheStatus}`}
      </p>
      <p aria-live="polite" className="my-1 font-medium">
        {typeof state === 'string' ? words[state] : summary(state)}
      </p>
      {typeof state !== 'string' && state.length > 0 && <ReadsTable reads={state} />}
    </div>
  )
}

const columns = ['Read', 'Path', 'Outcome', 'Age (s)', 'Time (ms)'] as const

function ReadsTable({ reads }: { reads: readonly TracedRead[] }) {
  return (
    <table className="w-full text-xs">
      <caption className="sr-only">Reads of the request</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col" className="px-1 py-1 text-left font-medium text-ink-muted">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reads.map((read, index) => (
          // The same read with another input is another row.
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a finished request never move
          <tr key={index} className="border-t align-top">
            <td className="px-1 py-1">
              <details>
                <summary className="min-h-6 cursor-pointer font-mono">{read.read}</summary>
                <ul aria-label={`Tags of ${read.read}`} className="break-all pl-3 text-ink-muted">
                  {read.tags.map((tag) => (
                    <li key={tag}>{tag}</li>
                  ))}
                </ul>
              </details>
            </td>
            <td className="px-1 py-1">{read.path}</td>
            <td className="px-1 py-1">
              {read.reason === undefined ? read.outcome : `${read.outcome}: ${read.reason}`}
            </td>
            <td className="tabular px-1 py-1">{read.ageSeconds ?? '–'}</td>
            <td className="tabular px-1 py-1">{read.milliseconds}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
