import { type Connection, createConnection } from './connection'
import type { LiveStatus } from './live-status'
import { createRecentChanges, type HeardChange } from './recent-changes'
import type { TabRuntime } from './runtime'
import type { Change, LiveEvent, PersonPresent } from './wire'

/** What one tab hears, whichever of them holds the connection. */
export interface TabListener {
  changes(changes: readonly HeardChange[]): void
  /** Some changes may be lost. */
  resync(): void
  refused(): void
  status(status: LiveStatus): void
  presence(flowId: string, people: readonly PersonPresent[]): void
}

/** One tab among those of a browser and a person. */
export interface Tab {
  /**
   * Says of which places the tab wants to hear.
   * @param from since when (ms, the machine's clock)
   */
  aim(places: readonly string[], from: number): void
  /** Changes heard at a moment or later; null when not all of them are known or will be told. */
  since(moment: number): readonly HeardChange[] | null
  /** Looks after the connection: somebody looks at the page, or the network is back. */
  check(): void
  leave(): void
}

interface Member {
  places: readonly string[]
  from: number
}

type Message =
  /** @param isNew it was not told yet what it may have missed */
  | { kind: 'here'; tab: string; member: Member; isNew: boolean }
  | { kind: 'gone'; tab: string }
  /** From the one that leads; the others are from those that follow. */
  | { kind: 'who' }
  | {
      kind: 'welcome'
      tab: string
      id: string | null
      status: LiveStatus
      missed: readonly Change[] | null
    }
  | { kind: 'told'; event: LiveEvent; id: string | null }
  | { kind: 'status'; status: LiveStatus }
  | { kind: 'refused' }
  | { kind: 'check' }

/** Places of which the site tells by one connection. */
const mostPlaces = 6
/** How long whoever begins to lead waits for the others to say where they are. */
const gatherFor = 100
/** A silence of whoever leads after which it is asked, and then replaced. */
const askAfter = 45_000
const replaceAfter = 3_000

/**
 * Joins the tabs of a browser: one of them holds the connection for all, and another goes on from
 * the same position when it closes.
 * @param name of the connection, the same in all tabs of a person
 */
export function joinTabs(name: string, runtime: TabRuntime, listener: TabListener): Tab {
  const own = runtime.newId()
  const recent = createRecentChanges()
  const members = new Map<string, Member>()
  let member: Member | null = null
  let isWelcome = false
  let position: string | null = null
  /** Since when changes are wanted, while the others are asked where they are. */
  let gathering: number | null = null
  let status: LiveStatus = 'connecting'
  let connection: Connection | null = null
  let heardAt = runtime.now()
  let resign = () => {}
  let stopWatching = () => {}
  const channel = runtime.openChannel<Message>(name, onMessage)

  function say(next: LiveStatus) {
    status = next
    listener.status(next)
  }

  function hear(event: LiveEvent, id: string | null) {
    position = id
    if (event.kind === 'resync' || (event.kind === 'hello' && !event.resumed)) {
      recent.missBefore(runtime.now())
      listener.resync()
    } else if (event.kind === 'presence') listener.presence(event.flowId, event.people)
    else if (event.kind === 'changes') {
      listener.changes(recent.add(event.changes, runtime.now()))
    }
  }

  function onMessage(message: Message) {
    if (message.kind === 'here' || message.kind === 'gone' || message.kind === 'check') {
      if (connection) lead(message)
      return
    }
    heardAt = runtime.now()
    switch (message.kind) {
      case 'who':
        return introduce()
      case 'welcome':
        if (message.tab === own) beWelcome(message)
        return
      case 'told':
        return hear(message.event, message.id)
      case 'status':
        return say(message.status)
      case 'refused':
        return listener.refused()
    }
  }

  function introduce() {
    if (member) channel.post({ kind: 'here', tab: own, member, isNew: !isWelcome })
  }

  function beWelcome({ id, status: theirs, missed }: Extract<Message, { kind: 'welcome' }>) {
    if (isWelcome || !member) return
    isWelcome = true
    position = id
    recent.coverFrom(member.from)
    say(theirs)
    if (missed === null) listener.resync()
    else listener.changes(recent.add(missed, runtime.now()))
  }

  /** What the others want of whoever leads. */
  function lead(message: Extract<Message, { kind: 'here' | 'gone' | 'check' }>) {
    if (message.kind === 'gone') {
      members.delete(message.tab)
      return aimAtAll(runtime.now())
    }
    if (message.kind === 'check') {
      connection?.check()
      return channel.post({ kind: 'status', status })
    }
    const { tab, isNew } = message
    members.set(tab, message.member)
    if (isNew) {
      const missed = recent.since(message.member.from)
      channel.post({ kind: 'welcome', tab, id: position, status, missed })
    }
    aimAtAll(message.member.from)
  }

  /** Hears of all that the tabs want, once they have said it. */
  function aimAtAll(from: number) {
    if (gathering !== null) {
      gathering = Math.min(gathering, from)
      return
    }
    const all = [member, ...members.values()].flatMap((one) => one?.places ?? [])
    // Who came last is looked at; the site tells of no more at once.
    connection?.aim([...new Set(all.reverse())].slice(0, mostPlaces).sort(), from)
  }

  function begin() {
    const { refused } = listener
    const opened = createConnection(
      runtime,
      {
        told(event, id) {
          channel.post({ kind: 'told', event, id })
          hear(event, id)
          // The greeting of each new stream is a time to forget tabs that are gone without a word.
          if (event.kind === 'hello') gather(runtime.now())
        },
        status(next) {
          channel.post({ kind: 'status', status: next })
          say(next)
        },
        refused() {
          channel.post({ kind: 'refused' })
          refused()
          gather(runtime.now())
        },
      },
      // What was overheard without a welcome says nothing of what came before it.
      isWelcome ? position : null,
    )
    connection = opened
    isWelcome = true
    const from = member?.from ?? runtime.now()
    // What came before is known by the position, or is not needed.
    recent.coverFrom(from)
    gather(from)
  }

  function gather(from: number) {
    members.clear()
    channel.post({ kind: 'who' })
    if (gathering !== null) return aimAtAll(from)
    gathering = from
    runtime.later(gatherFor, () => {
      const since = gathering ?? runtime.now()
      gathering = null
      if (member) aimAtAll(since)
    })
  }

  function stepDown() {
    connection?.close()
    connection = null
  }

  function apply(steal: boolean) {
    resign()
    resign = runtime.lead(name, steal, begin, () => {
      stepDown()
      if (member) apply(false)
    })
  }

  /** Whoever leads says something with every beat; a tab that sleeps says nothing. */
  function watch() {
    stopWatching = runtime.later(askAfter, () => {
      if (connection || runtime.now() - heardAt < askAfter) return watch()
      const askedAt = runtime.now()
      channel.post({ kind: 'check' })
      stopWatching = runtime.later(replaceAfter, () => {
        if (!connection && heardAt < askedAt) apply(true)
        watch()
      })
    })
  }

  return {
    aim(places, from) {
      const isFirst = member === null
      member = { places, from }
      if (connection) return aimAtAll(from)
      introduce()
      if (!isFirst) return
      apply(false)
      watch()
    },
    since(moment) {
      // A tab that is not welcome yet will be told all from where it wants to hear.
      const willBeTold = !isWelcome && member !== null && moment >= member.from
      return willBeTold ? [] : recent.since(moment)
    },
    check() {
      if (connection) connection.check()
      else channel.post({ kind: 'check' })
    },
    leave() {
      member = null
      stopWatching()
      stepDown()
      resign()
      channel.post({ kind: 'gone', tab: own })
      channel.close()
    },
  }
}
