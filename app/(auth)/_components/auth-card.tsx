import type { ReactNode } from 'react'
import { Card, CardBody } from '@/components/ui/card'

/** The one thing of a page before the door: what it is for, a form, and the ways on below it. */
export function AuthCard({
  title,
  description,
  children,
  footer,
}: {
  title: string
  description?: ReactNode
  children?: ReactNode
  footer?: ReactNode
}) {
  return (
    <>
      <Card>
        <CardBody className="p-6">
          <h1 className="font-semibold text-xl">{title}</h1>
          {description !== undefined && (
            <div className="mt-1 text-balance text-ink-muted">{description}</div>
          )}
          {children !== undefined && <div className="mt-5">{children}</div>}
        </CardBody>
      </Card>
      {footer !== undefined && (
        <div className="mt-4 text-center text-ink-muted text-sm">{footer}</div>
      )}
    </>
  )
}
