'use client'

import { CloudOff, RefreshCw } from 'lucide-react'
import { countWords } from '@/lib/base/count-words'
import { type Connection, useConnection } from './connection'

/** Says that there is no connection, and what becomes of what a person does meanwhile. */
export function OfflineBanner() {
  const connection = useConnection()
  const words = wordsOf(connection)
  const Icon = connection.online ? RefreshCw : CloudOff
  return (
    <div
      aria-live="polite"
      data-chrome
      data-shown={words ? '' : undefined}
      className="peer pointer-events-none fixed inset-x-0 bottom-16 z-50 flex px-4 md:right-auto md:bottom-4"
    >
      {words && (
        <p className="pointer-events-auto flex items-start md:max-w-84 gap-2.5 rounded-lg border border-warn-line bg-raised px-3 py-2 text-base shadow-raised">
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-warn-text" />
          <span>{words}</span>
        </p>
      )}
    </div>
  )
}

function wordsOf({ online, kept }: Connection): string | null {
  const changes = countWords(kept, 'change', 'changes')
  if (online) return kept === 0 ? null : `The connection is back: sending ${changes} …`
  if (kept === 0) return 'You are offline. What you see may be older; what you enter stays here.'
  const [wait, are] = kept === 1 ? ['waits', 'is'] : ['wait', 'are']
  return `You are offline. ${changes} ${wait} in this page and ${are} sent when the connection is back: keep it open.`
}
