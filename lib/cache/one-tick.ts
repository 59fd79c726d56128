/**
 * Gathers what is asked for in one tick and asks for it once.
 * @param ask gives as many answers as it was given requests, in their order
 * @returns asks for one thing together with all others of the tick
 */
export function inOneTick<Request, Answer>(
  ask: (requests: Request[]) => Promise<Answer[]>,
): (request: Request) => Promise<Answer> {
  let waiting: Request[] = []
  let answers: Promise<Answer[]> | undefined

  async function askTogether(): Promise<Answer[]> {
    await Promise.resolve()
    const requests = waiting
    waiting = []
    answers = undefined
    return ask(requests)
  }

  return async (request) => {
    const place = waiting.push(request) - 1
    answers ??= askTogether()
    return (await answers)[place] as Answer
  }
}
