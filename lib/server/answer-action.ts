import 'server-only'
import { refresh } from 'next/cache'
import { unstable_rethrow } from 'next/navigation'
import type { Result } from '@/lib/base/result'
import { withOwnChanges } from './own-changes'
import { reportUnexpected } from './report-unexpected'
import { withRequestReads } from './request-reads'

/** What every action's answer has in common: unexpected errors are logged once, under a reference. */
export async function answerAction<T>(
  name: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await withOwnChanges(() => withRequestReads(work))
  } catch (error) {
    unstable_rethrow(error)
    const failed = reportUnexpected(name, error)
    // The page then shows the present state beside the words.
    if (failed.code === 'outcome_unknown') refresh()
    return failed
  }
}
