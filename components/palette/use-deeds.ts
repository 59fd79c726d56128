'use client'

import { useRouter } from 'next/navigation'
import { useTheme } from 'next-themes'
import { startTransition } from 'react'
import { runAction } from '@/components/data/run-action'
import { copyText } from '@/components/feedback/copy-text'
import { toastRefusal } from '@/components/feedback/toast'
import type { ShellAction, ShellProps } from '@/components/shell/shell-props'
import { success } from '@/lib/base/result'
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
        return lead(switchAction, form)
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
        return lead(signOutAction, new FormData())
    }
  }
}

/** Goes where an action leads; the palette is closed by then, so a toast says why it did not. */
function lead(action: ShellAction, form: FormData): void {
  startTransition(async () => {
    const led = await runAction(async () => success(await action(form)))
    if (!led.ok) toastRefusal(led, () => lead(action, form))
  })
}
