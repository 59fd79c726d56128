/** What floats over the page: menus, popovers, the switcher. */
export const popupStyle =
  'animate-appear rounded-lg border bg-raised text-ink shadow-raised outline-none'
