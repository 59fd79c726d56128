/** What a page gathers about itself, in milliseconds where it is a time; CLS has no unit. */
export interface PageVitals {
  /** Of the document; null where the page was not loaded as one since the last look. */
  ttfb: number | null
  lcp: number | null
  /** Since the last look: the longest interaction, the largest window of layout shifts. */
  inp: number | null
  cls: number
}

/** What React did since the last look. */
export interface PageRenders {
  commits: number
  /** Components that were there already and ran again. */
  reRenders: number
  /** Components that ran for the first time. */
  mounts: number
}

declare global {
  interface Window {
    takeVitals(): PageVitals
    takeRenders?(): PageRenders
    __REACT_DEVTOOLS_GLOBAL_HOOK__?: unknown
  }
}

/**
 * Runs before a document's own scripts. Definitions of web.dev/articles/{lcp,inp,cls}: the longest
 * of few interactions is their INP; a window of shifts ends after a second of rest, or after five.
 */
export function gatherVitals(): void {
  let lcp: number | null = null
  let inp: number | null = null
  let cls = 0
  let shiftWindow = { began: 0, last: 0, sum: 0 }
  let isNew = true
  const watch = (type: string, take: (entry: PerformanceEntry) => void, more = {}) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(take))
    observer.observe({ type, buffered: true, ...more })
  }
  watch('largest-contentful-paint', (entry) => {
    lcp = entry.startTime
  })
  watch(
    'event',
    (entry) => {
      if ('interactionId' in entry && entry.interactionId) inp = Math.max(inp ?? 0, entry.duration)
    },
    { durationThreshold: 16 },
  )
  watch('layout-shift', (entry) => {
    if (!('value' in entry) || !('hadRecentInput' in entry) || entry.hadRecentInput) return
    const { startTime } = entry
    const goesOn = startTime - shiftWindow.last < 1000 && startTime - shiftWindow.began < 5000
    if (!goesOn) shiftWindow = { began: startTime, last: startTime, sum: 0 }
    shiftWindow.last = startTime
    shiftWindow.sum += Number(entry.value)
    cls = Math.max(cls, shiftWindow.sum)
  })
  window.takeVitals = () => {
    const [navigation] = performance.getEntriesByType('navigation')
    const ttfb =
      navigation && 'responseStart' in navigation ? Number(navigation.responseStart) : null
    const taken = { ttfb: isNew ? ttfb : null, lcp: isNew ? lcp : null, inp, cls }
    isNew = false
    inp = null
    cls = 0
    return taken
  }
}

/**
 * Stands where React's developer tools would and counts as they do: a component ran in a commit
 * when its fiber carries the flag PerformedWork (1), and what was not looked into keeps its child.
 * Walks that are timed go without it.
 */
export function countRenders(): void {
  interface Fiber {
    tag: number
    flags: number
    child: Fiber | null
    sibling: Fiber | null
    alternate: Fiber | null
  }
  // FunctionComponent, ClassComponent, ForwardRef, MemoComponent, SimpleMemoComponent.
  const components = new Set([0, 1, 11, 14, 15])
  const performedWork = 1
  let counted = { commits: 0, reRenders: 0, mounts: 0 }

  function visit(fiber: Fiber, before: Fiber | null): void {
    if (components.has(fiber.tag)) {
      if (!before) counted.mounts += 1
      else if (fiber.flags & performedWork) counted.reRenders += 1
    }
    if (before && before.child === fiber.child) return
    for (let child = fiber.child; child; child = child.sibling) {
      visit(child, before ? child.alternate : null)
    }
  }

  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    isDisabled: false,
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    onCommitFiberRoot(_renderer: number, root: { current: Fiber }) {
      counted.commits += 1
      visit(root.current, root.current.alternate)
    },
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
    checkDCE: () => undefined,
  }
  window.takeRenders = () => {
    const taken = counted
    counted = { commits: 0, reRenders: 0, mounts: 0 }
    return taken
  }
}
