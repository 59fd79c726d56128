import type { LucideIcon } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { type ErrorCode, errorMessage } from '@/lib/base/errors'

export interface DeadEndProps {
  icon: LucideIcon
  /** What it is, for those who listen; the title that is seen is a figure of speech. */
  heading: string
  title: string
  code: ErrorCode
  /** The way on; the dashboard unless it is said. */
  way?: { label: string; href: string }
}

const toDashboard = { label: 'To the dashboard', href: '/start' }

/** In place of a page that somebody does not get: the navigation around it stays. */
export function DeadEnd({ icon, heading, title, code, way = toDashboard }: DeadEndProps) {
  return (
    <Card>
      <h1 className="sr-only">{heading}</h1>
      <EmptyState
        icon={icon}
        title={title}
        action={<LinkButton href={way.href}>{way.label}</LinkButton>}
      >
        {errorMessage(code)}
      </EmptyState>
    </Card>
  )
}
