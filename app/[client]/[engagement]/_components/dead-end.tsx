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
}

/** In place of a page that a member of the engagement does not get: the navigation stays. */
export function DeadEnd({ icon, heading, title, code }: DeadEndProps) {
  return (
    <Card>
      <h1 className="sr-only">{heading}</h1>
      <EmptyState
        icon={icon}
        title={title}
        action={<LinkButton href="/start">To the dashboard</LinkButton>}
      >
        {errorMessage(code)}
      </EmptyState>
    </Card>
  )
}
