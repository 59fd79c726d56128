'use client'

import { CircleAlert, CloudOff, LoaderCircle, type LucideIcon, Radio } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { LiveStatus } from './live-status'
import { useLiveStatus } from './use-live'

interface Look {
  icon: LucideIcon
  word: string
  /** What it means for the person. */
  meaning: string
  style: string
  turns?: boolean
}

const looks: Record<Exclude<LiveStatus, 'off' | 'connecting'>, Look> = {
  live: {
    icon: Radio,
    word: 'Live',
    meaning: 'Changes by others appear here by themselves.',
    style: 'border-transparent text-ink-muted',
  },
  reconnecting: {
    icon: LoaderCircle,
    word: 'Reconnecting',
    meaning: 'Changes by others appear as soon as the connection is back.',
    style: 'border-warn-line bg-warn-soft text-warn-text',
    turns: true,
  },
  offline: {
    icon: CloudOff,
    word: 'Offline',
    meaning: 'This browser has no network. What you see may be old.',
    style: 'border-warn-line bg-warn-soft text-warn-text',
  },
  trouble: {
    icon: CircleAlert,
    word: 'Updates delayed',
    meaning: 'Everything works, but changes by others are not shown by themselves at the moment.',
    style: 'border-warn-line bg-warn-soft text-warn-text',
  },
}

/** Whether what others do appears by itself: quiet while it does, with words when it does not. */
export function LiveBadge() {
  const status = useLiveStatus()
  const look = status === 'off' || status === 'connecting' ? null : looks[status]
  return (
    <div role="status" data-live={status} className="flex h-8 shrink-0 items-center justify-end">
      {look && <Words {...look} />}
    </div>
  )
}

function Words({ icon: Icon, word, meaning, style, turns }: Look) {
  return (
    <span
      title={meaning}
      className={cn('flex h-6 items-center gap-1.5 rounded-full border px-2 text-xs', style)}
    >
      <Icon aria-hidden className={cn('size-3.5', turns && 'animate-spin')} />
      <span className="max-sm:sr-only">{word}</span>
      <span className="sr-only">. {meaning}</span>
    </span>
  )
}
