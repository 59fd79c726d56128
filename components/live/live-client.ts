import { anything, type Concerns, concernsOf } from './concerns'
import type { LiveStatus } from './live-status'
import { createPresence } from './presence'
import type { HeardChange } from './recent-changes'
import { createRefreshQueue, type RefreshQueue } from './refresh-queue'
import type { TabRuntime } from './runtime'
import { concernsOfPage, missingFrom, nextPage, type ShownPage } from './shown-page'
import { joinTabs, type Tab } from './tabs'
import type { PersonPresent } from './wire'

/** Something of a page that looks after its own data. */
interface Keeper {
  concerns(page: ShownPage | null): Concerns
  /** The page's reads that it stands for. */
  reads: readonly string[]
  queue: RefreshQueue
}

/** What a tab does about the changes of which it hears. It knows no React. */
export interface LiveClient {
  /** Whose tab it is and of which places it hears. @returns leaves, unless another place follows */
  enter(person: string, places: readonly string[]): () => void
  /** By what the page is shown anew. @returns takes it back */
  refreshWith(refresh: () => Promise<void>): () => void
  /** A page is on the screen. @returns it is not any more */
  show(page: ShownPage): () => void
  /** @returns takes it back */
  keepReads(names: readonly string[], onChange: () => unknown, spacing?: number): () => void
  keepTags(tags: readonly string[] | '*', onChange: () => unknown): () => void
  /** An answer was asked for at a moment, which is older than anything it shows. */
  askedAt(requestId: string, at: number): void
  /**
   * An action of this tab is under way, whose answer may show the page anew.
   * @returns its answer has begun; says whether it brings a page
   */
  act(): (bringsPage: boolean) => void
  /** Whether anybody can see the page. */
  seen(isSeen: boolean): void
  /** Looks after the connection. */
  check(): void
  /** Everything on the screen may be old, as after sleep. */
  refreshAll(): void
  /** Ends the connection until somebody enters again. */
  leave(): void
  status(): LiveStatus
  people(flowId: string): readonly PersonPresent[]
  /** Hears of another status, and of other people. @returns takes it back */
  subscribe(listener: () => void): () => void
}

/** How long after leaving one place another is expected, as on the way to another layout. */
const stayFor = 1_000
/** No action keeps others' changes from the screen for longer, nor does the page of its answer. */
const longestAction = 5_000
/** A page of which nobody knows when it was asked for was so at most this long ago. */
const longestRender = 10_000
const pagesRemembered = 200

/** @param openedAt when the tab asked for its first page (ms, the machine's clock) */
export function createLiveClient(runtime: TabRuntime, openedAt: number): LiveClient {
  const listeners = new Set<() => void>()
  const keepers = new Set<Keeper>()
  const askedAt = new Map<string, number>()
  const presence = createPresence(runtime.later, tellListeners)
  let status: LiveStatus = 'connecting'
  let tab: { person: string; joined: Tab } | null = null
  let page: ShownPage | null = null
  let isOnScreen = false
  let isFirstPage = true
  /** Changes that the page does not show yet. */
  let awaited: HeardChange[] = []
  /** It may be old, whatever it holds. */
  let isDoubtful = false
  /** What ends the actions whose answers have begun to bring a page. */
  const arriving = new Set<() => void>()
  let refreshPage: () => Promise<void> = async () => undefined
  let staying = () => {}
  let isSeen = true

  const pageQueue = createRefreshQueue({
    ...runtime,
    async run() {
      const isNeeded = isDoubtful || isAwaited()
      awaited = []
      isDoubtful = false
      if (isNeeded) await refreshPage()
    },
  })
  const queues = () => [pageQueue, ...[...keepers].map(({ queue }) => queue)]

  function tellListeners() {
    for (const listener of listeners) listener()
  }

  const readsLookedAfter = () => new Set([...keepers].flatMap(({ reads }) => reads))

  function onChanges(changes: readonly HeardChange[]) {
    const shown = page
    if (shown && isOnScreen) expect(shown, changes)
    for (const keeper of keepers) hearFor(keeper, changes)
  }

  function hearFor(keeper: Keeper, changes: readonly HeardChange[]) {
    const concerns = keeper.concerns(page)
    const missing = page && keeper.reads.length > 0 ? missingFrom(page, changes) : changes
    if (missing.some(({ tags }) => concerns.meets(tags))) keeper.queue.request()
  }

  /** What stands for reads of the page may come back with it from before. */
  function catchUp(keeper: Keeper) {
    if (!page || !isOnScreen || keeper.reads.length === 0) return
    const missed = tab?.joined.since(beginOf(page))
    if (missed) hearFor(keeper, missed)
    else if (missed === null) keeper.queue.request()
  }

  /** Whether the page itself has to show it: what looks after a read may have come since. */
  function isAwaited(): boolean {
    const concerns = page && concernsOfPage(page, readsLookedAfter())
    return awaited.some(({ tags }) => concerns?.meets(tags) ?? false)
  }

  /** Shows the page anew if changes concern it. */
  function expect(shown: ShownPage, changes: readonly HeardChange[]) {
    const concerns = concernsOfPage(shown, readsLookedAfter())
    const missing = missingFrom(shown, [...awaited, ...changes])
    awaited = missing.filter(({ tags }) => concerns.meets(tags))
    if (awaited.length > 0) pageQueue.request()
  }

  function doubt() {
    isDoubtful = true
    pageQueue.request()
  }

  function refreshAll() {
    isDoubtful = true
    for (const queue of queues()) queue.request()
  }

  function join(person: string): Tab {
    return joinTabs(`portolan-live:${person}`, runtime, {
      changes: onChanges,
      resync: refreshAll,
      refused: () => void refreshPage(),
      status(next) {
        status = next
        tellListeners()
      },
      presence: presence.tell,
    })
  }

  function leave() {
    staying()
    staying = () => {}
    tab?.joined.leave()
    tab = null
    status = 'connecting'
    presence.clear()
    tellListeners()
  }

  function beginOf({ id }: ShownPage): number {
    const known = askedAt.get(id)
    if (known !== undefined) return known
    const begun = beginOfUnknown()
    remember(id, begun)
    return begun
  }

  const beginOfUnknown = () =>
    isFirstPage ? openedAt : Math.max(openedAt, runtime.now() - longestRender)

  function remember(id: string, at: number) {
    askedAt.set(id, at)
    const [oldest] = askedAt.keys()
    if (askedAt.size > pagesRemembered && oldest !== undefined) askedAt.delete(oldest)
  }

  function keep(
    keeper: Omit<Keeper, 'queue'>,
    onChange: () => unknown,
    spacing?: number,
  ): () => void {
    const run = async () => void (await onChange())
    const queue = createRefreshQueue({ ...runtime, run, spacing })
    if (!isSeen) queue.hold()
    const kept = { ...keeper, queue }
    keepers.add(kept)
    catchUp(kept)
    return () => {
      keepers.delete(kept)
      queue.cancel()
    }
  }

  return {
    enter(person, places) {
      staying()
      staying = () => {}
      if (tab && tab.person !== person) leave()
      tab ??= { person, joined: join(person) }
      tab.joined.aim(places, page ? beginOf(page) : beginOfUnknown())
      return () => {
        staying = runtime.later(stayFor, leave)
      }
    },
    refreshWith(refresh) {
      refreshPage = refresh
      return () => {
        if (refreshPage === refresh) refreshPage = async () => undefined
      }
    },
    show(next) {
      const begun = beginOf(next)
      isFirstPage = false
      const shown = nextPage(page, next)
      page = shown
      isOnScreen = true
      awaited = missingFrom(
        shown,
        awaited.filter(({ at }) => at >= begun),
      )
      if (awaited.length === 0 && !isDoubtful) pageQueue.cancel()
      const missed = tab?.joined.since(begun)
      if (missed) expect(shown, missed)
      else if (missed === null) doubt()
      for (const keeper of keepers) catchUp(keeper)
      for (const end of arriving) end()
      return () => {
        if (page === shown) isOnScreen = false
      }
    },
    keepReads(reads, onChange, spacing) {
      const concerns = (shown: ShownPage | null) =>
        concernsOf(reads.flatMap((read) => shown?.reads?.[read] ?? []))
      return keep({ reads, concerns }, onChange, spacing)
    },
    keepTags(tags, onChange) {
      const concerns = tags === '*' ? anything : concernsOf(tags)
      return keep({ reads: [], concerns: () => concerns }, onChange)
    },
    askedAt: remember,
    act() {
      pageQueue.hold()
      let ended = false
      const end = () => {
        arriving.delete(end)
        if (!ended) pageQueue.release()
        ended = true
      }
      runtime.later(longestAction, end)
      return (bringsPage) => {
        if (ended) return
        if (bringsPage) arriving.add(end)
        else end()
      }
    },
    seen(next) {
      if (next === isSeen) return
      isSeen = next
      for (const queue of queues()) next ? queue.release() : queue.hold()
    },
    check: () => tab?.joined.check(),
    refreshAll,
    leave,
    status: () => status,
    people: presence.at,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
