import 'server-only'
import { type Denial, recordDenial } from '@/lib/domain/protection/commands/record-denial'
import { container } from './container'
import { keepUp } from './keep-up'
import { reportUnexpected } from './report-unexpected'

/** Writes a refusal down once the answer was sent, so that its time tells nothing of the thing. */
export function noteDenial(denial: Denial): void {
  const work = () => {
    const { platform: db, clock, coherence } = container()
    return recordDenial({ db, clock, coherence }, denial)
  }
  keepUp(work, (error) => reportUnexpected('writing down a refusal', error))
}
