/** A key that does something, and what. */
export interface Shortcut {
  /**
   * As the keyboard names it: `j`, `?`, `Enter`, `shift+x`. `mod+k` is ⌘K on a Mac and Ctrl+K
   * elsewhere.
   */
  keys: string
  /** What it does, in words: the list of shortcuts shows it. */
  label: string
  act: () => void
}

export interface ShortcutGroup {
  /** What the keys are about: "Everywhere", "Columns". */
  title: string
  shortcuts: readonly Shortcut[]
}

/** In the order in which they came; a group is asked for its present state each time. */
const groups = new Set<() => ShortcutGroup>()
const listeners = new Set<() => void>()
let changes = 0

function tellOfChange(): void {
  changes += 1
  for (const listener of listeners) listener()
}

/**
 * Puts a group into force until the returned function is called. What came last wins, so a page may
 * give a key another meaning than the shell.
 */
export function addShortcuts(group: () => ShortcutGroup): () => void {
  if (groups.size === 0) document.addEventListener('keydown', onKeyDown)
  groups.add(group)
  tellOfChange()
  return () => {
    groups.delete(group)
    if (groups.size === 0) document.removeEventListener('keydown', onKeyDown)
    tellOfChange()
  }
}

/** Another number whenever a group has come or gone. */
export const shortcutChanges = (): number => changes

/** @returns ends it */
export function onShortcutsChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** All that are in force, groups of one title together. */
export function shortcutGroups(): ShortcutGroup[] {
  const byTitle = new Map<string, Shortcut[]>()
  for (const group of groups) {
    const { title, shortcuts } = group()
    byTitle.set(title, [...(byTitle.get(title) ?? []), ...shortcuts])
  }
  return [...byTitle].map(([title, shortcuts]) => ({ title, shortcuts }))
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || belongsElsewhere(event)) return
  const keys = keysOf(event)
  const found = [...groups]
    .reverse()
    .flatMap((group) => group().shortcuts)
    .find((shortcut) => shortcut.keys === keys)
  if (found === undefined) return
  event.preventDefault()
  found.act()
}

/** The event in the words of `Shortcut.keys`. */
export function keysOf(
  event: Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>,
): string {
  const { key } = event
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase()
  // A sign such as `?` is what it is, with whatever keys it is made.
  const shift = event.shiftKey && !isSign ? 'shift+' : ''
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : ''
  const alt = event.altKey ? 'alt+' : ''
  return `${mod}${alt}${shift}${key.length === 1 ? key.toLowerCase() : key}`
}

/** A person types, an open dialog has the keyboard, or a control does something with the key. */
function belongsElsewhere(event: KeyboardEvent): boolean {
  if (document.querySelector('dialog:modal') !== null) return true
  if (event.metaKey || event.ctrlKey) return false
  const { target, key } = event
  if (!(target instanceof HTMLElement)) return false
  if (isTyped(target)) return true
  return (key === 'Enter' || key === ' ') && target.closest('a, button, summary, input') !== null
}

function isTyped(target: HTMLElement): boolean {
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button)$/.test(target.type)
  return target.isContentEditable || /^(select|textarea)$/i.test(target.tagName)
}
