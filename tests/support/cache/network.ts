/**
 * What can happen to one call. `lost` never arrives; `refused` is answered by an error of the
 * server; `unanswered` is applied, and then fails; `twice` is applied two times.
 */
export type Fault = 'lost' | 'refused' | 'unanswered' | 'twice' | 'never answered'

/** A call that stands still, on its way there or on its way back. */
export interface Held {
  /** Resolves when the call has come so far. */
  readonly reached: Promise<void>
  letGo(): void
}

/** The way between a caller and a server, which a test can disturb. Nothing in it takes time. */
export interface Network<Call extends string> {
  /** The names of the calls so far, in order. */
  readonly calls: Call[]
  /** Lets the next call of that name meet a fault. */
  meet(call: Call, fault: Fault): void
  /** Lets every call meet a fault until it is told otherwise. */
  suffer(fault: Fault | null): void
  /** Holds the next call of that name before it arrives: others overtake it. */
  holdRequest(call: Call): Held
  /** Holds the answer of the next call of that name, which is applied at once. */
  holdAnswer(call: Call): Held
  /** Delivers the latest call of that name once more; nobody hears the answer. */
  redeliver(call: Call): void
  /** @param work what the server does with the call */
  send<T>(call: Call, work: () => T | Promise<T>): Promise<T>
}

interface Gate {
  opened: Promise<void>
  open(): void
}

function createGate(): Gate {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

interface Hold<Call> {
  call: Call
  side: 'request' | 'answer'
  reached: Gate
  released: Gate
}

export function createNetwork<Call extends string>(): Network<Call> {
  const calls: Call[] = []
  const faults: { call: Call; fault: Fault }[] = []
  const holds: Hold<Call>[] = []
  const latest = new Map<Call, () => unknown>()
  let lasting: Fault | null = null

  function hold(call: Call, side: Hold<Call>['side']): Held {
    const [reached, released] = [createGate(), createGate()]
    holds.push({ call, side, reached, released })
    return { reached: reached.opened, letGo: released.open }
  }

  async function passHold(call: Call, side: Hold<Call>['side']): Promise<void> {
    const index = holds.findIndex((next) => next.call === call && next.side === side)
    const [held] = index < 0 ? [] : holds.splice(index, 1)
    held?.reached.open()
    await held?.released.opened
  }

  return {
    calls,
    meet: (call, fault) => faults.push({ call, fault }),
    suffer: (fault) => {
      lasting = fault
    },
    holdRequest: (call) => hold(call, 'request'),
    holdAnswer: (call) => hold(call, 'answer'),
    redeliver: (call) => {
      latest.get(call)?.()
    },
    async send(call, work) {
      calls.push(call)
      latest.set(call, work)
      const index = faults.findIndex((next) => next.call === call)
      const fault = index < 0 ? lasting : faults.splice(index, 1)[0]?.fault
      await passHold(call, 'request')
      if (fault === 'never answered') return new Promise(() => undefined)
      if (fault === 'lost') throw new Error('the request was lost')
      if (fault === 'refused') throw new Error('503 Service Unavailable')
      const first = await work()
      const answer = fault === 'twice' ? await work() : first
      await passHold(call, 'answer')
      if (fault === 'unanswered') throw new Error('the answer was lost')
      return answer
    },
  }
}
