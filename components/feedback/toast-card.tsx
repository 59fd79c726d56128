'use client'

import { CircleAlert, CircleCheck, TriangleAlert, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { dismissToast, type Toast } from './toast-store'
import { useCountdown, waitWords } from './use-countdown'

const signs = {
  good: <CircleCheck role="img" aria-label="Done" className="size-4 text-good-text" />,
  warn: <TriangleAlert role="img" aria-label="Attention" className="size-4 text-warn-text" />,
  bad: <CircleAlert role="img" aria-label="Error" className="size-4 text-bad-text" />,
}

/**
 * One message, with what can be done about it. Its time runs only while it is not paused.
 * @param onLeave takes the focus, when it goes with the focus in it
 */
export function ToastCard({
  toast,
  paused,
  onLeave,
}: {
  toast: Toast
  paused: boolean
  onLeave: () => void
}) {
  const { id, tone, message, description, action } = toast
  const card = useRef<HTMLLIElement>(null)
  const left = useRef(toast.lasts)
  const wait = useCountdown(action?.wait ?? 0, id)
  useEffect(() => {
    if (paused) return
    const began = performance.now()
    const timer = setTimeout(() => dismissToast(id), left.current)
    return () => {
      clearTimeout(timer)
      left.current -= performance.now() - began
    }
  }, [id, paused])
  const leave = () => {
    if (card.current?.contains(document.activeElement)) onLeave()
    dismissToast(id)
  }

  return (
    <li
      ref={card}
      className="pointer-events-auto flex animate-appear items-start gap-2.5 rounded-lg border bg-raised py-2.5 pr-2 pl-3.5 text-base text-ink shadow-raised"
    >
      <span className="mt-1 shrink-0">{signs[tone]}</span>
      <div className="min-w-0 flex-1 py-0.5">
        <p className="break-words font-medium">{message}</p>
        {description !== undefined && <p className="text-ink-muted text-sm">{description}</p>}
      </div>
      {action !== undefined && (
        <Button
          size="sm"
          disabled={wait > 0}
          className="tabular-nums"
          onClick={() => {
            leave()
            action.onPress()
          }}
        >
          {wait > 0 ? `${action.label} in ${waitWords(wait)}` : action.label}
        </Button>
      )}
      <Button variant="quiet" size="sm" square aria-label="Dismiss" onClick={leave}>
        <X aria-hidden />
      </Button>
    </li>
  )
}
