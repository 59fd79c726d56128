const openPages = [
  '/',
  '/sign-in',
  '/sign-up',
  '/forgot-password',
  '/reset-password',
  '/status',
  '/.well-known/vercel/flags',
]

/** Whether a page may be seen by anybody. */
export function isOpenPage(pathname: string): boolean {
  return openPages.includes(pathname)
}
