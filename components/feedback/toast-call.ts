/** What a toast says and offers. */
export interface ToastCall {
  tone: 'success' | 'warning' | 'error'
  message: string
  description?: string
  /** Milliseconds that it stands; a few seconds unless it is said. */
  duration?: number
  action?: { label: string; onClick: () => void }
}

type Show = (call: ToastCall) => void

let show: Show | null = null
let onWanted: (() => void) | null = null
const waiting: ToastCall[] = []

/** Shows a toast; one that comes before there is a place for it waits. */
export function callToast(call: ToastCall): void {
  if (show === null) {
    waiting.push(call)
    onWanted?.()
  } else show(call)
}

/** From now on toasts are shown by this, first of all those that wait. */
export function showToastsBy(shower: Show): void {
  show = shower
  for (const call of waiting.splice(0)) shower(call)
}

/** Calls the listener when a toast waits for its place. */
export function whenToastWaits(listener: () => void): () => void {
  onWanted = listener
  if (waiting.length > 0) listener()
  return () => {
    onWanted = null
  }
}
