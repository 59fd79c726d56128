'use client'

import { useRouter } from 'next/navigation'
import { useTheme } from 'next-themes'
import { startTransition } from 'react'
import { copyText } from '@/components/feedback/copy-text'
import type { ShellProps } from '@/components/shell/shell-props'
import type { Deed } from './commands'

type Actions = Pick<ShellProps, 'switchAction' | 'signOutAction'>

/** Does what a command says. */
export function useDeeds(
  { switchAction, signOutAction }: Actions,
  showShortcuts: () => void,
): (deed: Deed) => void {
  const router = useRouter()
  const { setTheme } = useTheme()
  return (deed) => {
    switch (deed.kind) {
      case 'go':
        return router.push(deed.href)
      case 'download':
        return location.assign(deed.href)
      case 'switch': {
        const form = new FormData()
        form.set('client', deed.client)
        form.set('engagement', deed.engagement)
        return startTransition(() => switchAction(form))
      }
      case 'theme':
        return setTheme(deed.theme)
      case 'copy-address':
        return void copyText(location.href, {
          done: 'Address copied',
          description: 'It leads to this page with its filters.',
          instead: 'Copy it from the address bar.',
        })
      case 'show-shortcuts':
        return showShortcuts()
      case 'sign-out':
        return startTransition(() => signOutAction(new FormData()))
    }
  }
}
