/** How many views a person may keep of one list. */
export const mostViews = 100

/** Whether somebody is shown a view. */
export function maySee(userId: string, view: { ownerId: string; shared: boolean }): boolean {
  return view.shared || view.ownerId === userId
}
