/**
 * What the server rendered comes as a new object with each render, and is then newer than what the
 * browser holds; an object that was there before (a page that Back shows again) is not.
 */
const seen = new WeakSet<object>()

/** Whether a render's data is here for the first time. Says so once. */
export function isNew(rendered: object): boolean {
  if (seen.has(rendered)) return false
  seen.add(rendered)
  return true
}
