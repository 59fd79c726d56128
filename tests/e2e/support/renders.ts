import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Where components ran again, since the last look; each by an element that it draws or is in. */
    ranAgain: Element[]
    __REACT_DEVTOOLS_GLOBAL_HOOK__?: unknown
  }
}

/** Counts from the next document on which components React runs again. */
export async function watchRenders(page: Page): Promise<void> {
  await page.addInitScript(noteRenders)
}

/**
 * The components that ran again since the last look.
 * @param place a selector: they are counted by the label of the nearest such element around them
 *   (or its address, or its text)
 * @param around a selector: those that are in no such place but in this are counted as `rest`
 */
export async function takeRenders(
  page: Page,
  place: string,
  around = 'none',
): Promise<Record<string, number>> {
  return page.evaluate(
    (selectors) => {
      const labelOf = (element: Element) =>
        element.getAttribute('aria-label') ??
        element.getAttribute('href') ??
        (element.textContent ?? '').trim()
      const counts: Record<string, number> = {}
      for (const element of window.ranAgain.splice(0)) {
        const found = element.closest(selectors.place)
        if (!found && !element.closest(selectors.around)) continue
        const label = found ? labelOf(found) : 'rest'
        counts[label] = (counts[label] ?? 0) + 1
      }
      return counts
    },
    { place, around },
  )
}

/**
 * Runs before a document's own scripts. It stands where React's developer tools would and counts as
 * their profiler does, in the very build that people get: a component ran in a commit when its fiber
 * carries the flag PerformedWork; what React did not look into has kept its child.
 */
function noteRenders(): void {
  interface Fiber {
    tag: number
    flags: number
    child: Fiber | null
    sibling: Fiber | null
    return: Fiber | null
    alternate: Fiber | null
    stateNode: unknown
  }
  // FunctionComponent, ClassComponent, ForwardRef, MemoComponent, SimpleMemoComponent.
  const components = new Set([0, 1, 11, 14, 15])
  const performedWork = 1
  window.ranAgain = []

  function firstElementOf(fiber: Fiber): Element | null {
    for (let child = fiber.child; child; child = child.sibling) {
      const found = child.stateNode instanceof Element ? child.stateNode : firstElementOf(child)
      if (found) return found
    }
    return null
  }

  function elementAround(fiber: Fiber): Element | null {
    for (let parent = fiber.return; parent; parent = parent.return) {
      if (parent.stateNode instanceof Element) return parent.stateNode
    }
    return null
  }

  function visit(fiber: Fiber, before: Fiber | null): void {
    if (!before) return
    if (components.has(fiber.tag) && fiber.flags & performedWork) {
      const element = firstElementOf(fiber) ?? elementAround(fiber)
      if (element) window.ranAgain.push(element)
    }
    if (before.child === fiber.child) return
    for (let child = fiber.child; child; child = child.sibling) visit(child, child.alternate)
  }

  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    isDisabled: false,
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    onCommitFiberRoot: (_renderer: number, root: { current: Fiber }) =>
      visit(root.current, root.current.alternate),
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
    checkDCE: () => undefined,
  }
}
