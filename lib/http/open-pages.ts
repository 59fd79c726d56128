const openPages = [
  '/',
  '/sign-in',
  '/sign-up',
  '/forgot-password',
  '/reset-password',
  '/status',
  '/.well-known/vercel/flags',
]

/** Files that browsers ask for by themselves, such as an icon: none of them is a page. */
const file = /^\/[^/]+\.\w+$/

/** Whether anybody may ask for an address without being led to sign in. */
export function isOpenPage(pathname: string): boolean {
  return openPages.includes(pathname) || file.test(pathname)
}
