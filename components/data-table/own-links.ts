interface Press {
  button: number
  metaKey: boolean
  ctrlKey: boolean
  shiftKey: boolean
  altKey: boolean
  defaultPrevented: boolean
}

/** Whether a press asks for nothing but the link itself: no new tab, no window, no download. */
export function isPlainPress(press: Press): boolean {
  const { button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = press
  return button === 0 && !(metaKey || ctrlKey || shiftKey || altKey || defaultPrevented)
}

interface LinkTarget {
  origin: string
  pathname: string
  hash: string
  target: string
  download: string
}

/** Whether a link leads to a page itself, with other parameters. */
export function leadsWithin(link: LinkTarget, page: { origin: string; pathname: string }): boolean {
  const { target, download, hash } = link
  const isPlain = (target === '' || target === '_self') && download === '' && hash === ''
  return isPlain && link.origin === page.origin && link.pathname === page.pathname
}
