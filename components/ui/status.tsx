import {
  Archive,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CirclePause,
  CircleSlash,
  CircleX,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  UserRoundCheck,
} from 'lucide-react'
import { Badge, type Tone } from './badge'
import { cn } from './cn'

interface StatusLook {
  tone: Tone
  icon: LucideIcon
  word: string
  turns?: boolean
}

/** Status → colour, icon and word. A status that is not listed is shown in its own words. */
const looks = new Map<string, StatusLook>([
  ['pending', { tone: 'neutral', icon: CircleDashed, word: 'Pending' }],
  ['queued', { tone: 'neutral', icon: CircleDashed, word: 'Queued' }],
  ['not_started', { tone: 'neutral', icon: CircleDashed, word: 'Not started' }],
  ['not_available', { tone: 'neutral', icon: CircleSlash, word: 'Not yet available' }],
  ['receiving', { tone: 'info', icon: LoaderCircle, word: 'Receiving', turns: true }],
  ['uploading', { tone: 'info', icon: LoaderCircle, word: 'Uploading', turns: true }],
  ['running', { tone: 'info', icon: LoaderCircle, word: 'Running', turns: true }],
  ['processing', { tone: 'info', icon: LoaderCircle, word: 'Processing', turns: true }],
  ['waiting', { tone: 'warn', icon: Hourglass, word: 'Waiting' }],
  ['waiting_for_approval', { tone: 'warn', icon: UserRoundCheck, word: 'Waits for approval' }],
  ['needs_review', { tone: 'warn', icon: CircleAlert, word: 'Needs review' }],
  ['paused', { tone: 'warn', icon: CirclePause, word: 'Paused' }],
  ['auto_mapped', { tone: 'info', icon: CircleDot, word: 'Auto-mapped' }],
  ['approved', { tone: 'good', icon: CircleCheck, word: 'Approved' }],
  ['completed', { tone: 'good', icon: CircleCheck, word: 'Completed' }],
  ['complete', { tone: 'good', icon: CircleCheck, word: 'Complete' }],
  ['done', { tone: 'good', icon: CircleCheck, word: 'Done' }],
  ['active', { tone: 'good', icon: CircleCheck, word: 'Active' }],
  ['accepted', { tone: 'good', icon: CircleCheck, word: 'Accepted' }],
  ['open', { tone: 'warn', icon: CircleAlert, word: 'Open' }],
  ['skipped', { tone: 'neutral', icon: CircleSlash, word: 'Skipped' }],
  ['rejected', { tone: 'bad', icon: CircleX, word: 'Rejected' }],
  ['failed', { tone: 'bad', icon: CircleX, word: 'Failed' }],
  ['cancelled', { tone: 'neutral', icon: CircleSlash, word: 'Cancelled' }],
  ['disabled', { tone: 'neutral', icon: CircleSlash, word: 'Disabled' }],
  ['archived', { tone: 'neutral', icon: Archive, word: 'Archived' }],
  ['powered_on', { tone: 'good', icon: CircleDot, word: 'On' }],
  ['powered_off', { tone: 'neutral', icon: CircleSlash, word: 'Off' }],
  ['suspended', { tone: 'warn', icon: CirclePause, word: 'Suspended' }],
])

/** `waiting_for_parts` → "Waiting for parts". */
function inWords(status: string): string {
  const words = status.replaceAll(/[_-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export interface StatusProps {
  status: string
  /** Says it in other words than the table does. */
  label?: string
  /** Without a frame, for the cells of a dense table. */
  plain?: boolean
  className?: string
}

const plainTone: Record<Tone, string> = {
  neutral: 'text-ink-muted',
  accent: 'text-accent-text',
  good: 'text-good-text',
  warn: 'text-warn-text',
  bad: 'text-bad-text',
  info: 'text-info-text',
}

/** A status as icon and word, coloured by what it asks of people. */
export function Status({ status, label, plain = false, className }: StatusProps) {
  const look = looks.get(status) ?? { tone: 'neutral', icon: CircleDot, word: inWords(status) }
  const Icon = look.icon
  const content = (
    <>
      <Icon
        aria-hidden
        className={cn('size-3.5 shrink-0', look.turns && 'animate-spin [animation-duration:2s]')}
      />
      <span className="truncate">{label ?? look.word}</span>
    </>
  )
  if (!plain) {
    return (
      <Badge tone={look.tone} className={className}>
        {content}
      </Badge>
    )
  }
  return (
    <span
      className={cn(
        'inline-flex max-w-full items-center gap-1.5 whitespace-nowrap',
        plainTone[look.tone],
        className,
      )}
    >
      {content}
    </span>
  )
}
