'use client'

import { useRouter } from 'next/navigation'
import { useTheme } from 'next-themes'
import { startTransition } from 'react'
import { toastFailure, toastSuccess } from '@/components/feedback/toast'
import type { ShellProps } from '@/components/shell/shell-props'
import { errorMessage } from '@/lib/base/errors'
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
        return void copyAddress()
      case 'show-shortcuts':
        return showShortcuts()
      case 'sign-out':
        return startTransition(() => signOutAction(new FormData()))
    }
  }
}

async function copyAddress(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href)
    toastSuccess('Address copied', 'It leads to this page with its filters.')
  } catch {
    toastFailure(errorMessage('unavailable'))
  }
}
