'use client'

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { useTheme } from 'next-themes'
import { useEffect } from 'react'
import { Toaster as Base, toast } from 'sonner'
import { showToastsBy } from './toast-call'

/** The toasts themselves. */
export function ToastList() {
  const { resolvedTheme } = useTheme()
  useEffect(() => {
    showToastsBy(({ tone, message, ...options }) => toast[tone](message, options))
  }, [])
  return (
    <Base
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      closeButton
      duration={6000}
      mobileOffset={{ bottom: 72 }}
      containerAriaLabel="Notifications"
      icons={{
        success: <CircleCheck className="size-4 text-good-text" />,
        error: <CircleAlert className="size-4 text-bad-text" />,
        warning: <TriangleAlert className="size-4 text-warn-text" />,
        info: <Info className="size-4 text-info-text" />,
      }}
      toastOptions={{
        className:
          '!rounded-lg !border-line !bg-raised !text-ink !shadow-raised !font-sans !text-base',
        descriptionClassName: '!text-ink-muted',
        classNames: {
          actionButton: '!h-7 !rounded-md !bg-accent !px-2.5 !text-accent-ink !text-sm',
          closeButton: '!size-6 !border-line !bg-raised !text-ink-muted',
        },
      }}
    />
  )
}
