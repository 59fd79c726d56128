export interface Toast {
  id: number
  tone: 'good' | 'warn' | 'bad'
  message: string
  description?: string
  /** One thing that can be done about it; the toast goes as it is done. */
  action?: { label: string; onPress: () => void /** Seconds until it may. */; wait?: number }
  /** How long it stands while nobody looks at it, in milliseconds. */
  lasts: number
}

/** More than these would cover the page: the oldest goes. */
const most = 4

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Shows a message over the page; the newest stands last. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1
  change([...toasts, { ...toast, id: lastId }].slice(-most))
}

/** Takes a message away; one that has gone already is none. */
export function dismissToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id))
}

/** What stands at present; the same array until it changes. */
export const currentToasts = (): readonly Toast[] => toasts

/** @returns ends it */
export function onToastsChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
