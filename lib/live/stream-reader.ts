import { type Timer, withDeadline } from '@/lib/cache/timer'
import type { ChangeStreams, StreamAnswer, StreamQuestion } from './change-streams'
import type { Ending } from './ending'

/** A question, and who waits for the answer. */
export interface Asked extends StreamQuestion {
  take(answer: StreamAnswer): void
  failed(error: unknown): void
}

export interface StreamReaderSettings {
  streams: Pick<ChangeStreams, 'read'>
  timer: Timer
  /** What is to be asked in the next round, at most so many; asked once per round. */
  questions(most: number): readonly Asked[]
  /** How many are told of a round's answers. */
  listeners(): number
  /** After each round's answers. */
  answered(): void
  /** Whether the streams answer; told when it changes. @param since milliseconds since 1970 */
  trouble(since: number | null): void
  ending: Ending
}

/** Milliseconds: a round that takes longer has failed. */
const deadline = 2_000
/**
 * Milliseconds between two rounds, in which what changes in a burst comes together: each round is
 * told to every listener, so the more there are, the fewer rounds a second may have.
 */
const [leastGathering, gatheringEach] = [25, 0.2]
/** Milliseconds until the streams are asked again, after one failure and after more. */
const [firstPause, laterPause] = [300, 2_000]
/** Questions of one round. */
const mostTogether = 100

/** Asks the streams for all who want to know, one round after the other. */
export function createStreamReader(settings: StreamReaderSettings) {
  const { streams, timer, ending } = settings
  let running = false
  let failures = 0
  let troubled: number | null = null

  function noteFailure(): void {
    failures += 1
    troubled ??= timer.now()
    // Once may be a restart that nobody need hear of.
    if (failures === 2) settings.trouble(troubled)
  }

  function noteSuccess(): void {
    if (failures >= 2) settings.trouble(null)
    failures = 0
    troubled = null
  }

  async function round(asked: readonly Asked[]): Promise<void> {
    const shared = shareQuestions(asked)
    const questions = shared.map(([question]) => question)
    try {
      const answers = await withDeadline(timer, deadline, () => streams.read(questions))
      noteSuccess()
      for (const [index, [, waiting]] of shared.entries()) {
        const answer = answers[index]
        for (const one of waiting) if (answer) one.take(answer)
      }
      settings.answered()
    } catch (error) {
      for (const one of asked) one.failed(error)
      noteFailure()
      await ending.sleep(timer, failures < 2 ? firstPause : laterPause)
    }
  }

  async function run(): Promise<void> {
    running = true
    try {
      for (;;) {
        const asked = settings.questions(mostTogether)
        if (asked.length === 0) return
        await round(asked)
        await ending.sleep(timer, leastGathering + gatheringEach * settings.listeners())
      }
    } finally {
      running = false
    }
  }

  return {
    /** Sees to it that what is to be asked is asked. */
    wake(): void {
      if (!running) void run()
    },
    /** Since when the streams have not answered; milliseconds since 1970, null when they do. */
    troubledSince: () => (failures >= 2 ? troubled : null),
  }
}

/** Each question once, with all who ask it, in the order in which they came. */
function shareQuestions(asked: readonly Asked[]): [StreamQuestion, Asked[]][] {
  const shared = new Map<string, [StreamQuestion, Asked[]]>()
  for (const one of asked) {
    const { namespace, from } = one
    const name = `${namespace} ${JSON.stringify(from)}`
    const entry = shared.get(name) ?? [{ namespace, from }, []]
    entry[1].push(one)
    shared.set(name, entry)
  }
  return [...shared.values()]
}
