import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { FlagConsole } from '@/lib/server/flag-console/flag-console'
import { SeenBy } from './propagation'

/** What holds for everything: whether the cache is in use, who has seen it, and the two switches. */
export function StateStrip({ console }: { console: FlagConsole }) {
  const { values, propagation, writing, defaultRule } = console
  const canWrite = writing === 'possible'
  const enabled = values['cache-enabled']
  return (
    <Card aria-label="What holds for everything" className="mb-6">
      <dl className="grid divide-y sm:grid-cols-2 sm:divide-y-0 xl:grid-cols-[1.3fr_1fr_1.2fr_1.1fr_1.2fr] xl:divide-x">
        <Part term="In force">
          {propagation ? <SeenBy propagation={propagation} /> : 'Nobody can say'}
        </Part>
        <Part
          term="Cache"
          action={
            canWrite && <Switch switchKey="cache-enabled" on={enabled === true} name="cache" />
          }
        >
          {enabled === null
            ? 'Nobody has said'
            : enabled
              ? 'In use'
              : 'Stopped: all reads ask the database'}
        </Part>
        <Part
          term="All groups"
          action={
            canWrite && (
              <LinkButton size="sm" href="/admin/flags/default">
                Change<span className="sr-only"> the path of all groups</span>
              </LinkButton>
            )
          }
        >
          {defaultRule}
        </Part>
        <SwitchPart name="Validators" switchKey="http-validators" console={console} />
        <SwitchPart name="Live updates" switchKey="live-updates" console={console} />
      </dl>
    </Card>
  )
}

function SwitchPart({
  name,
  switchKey,
  console: { values, writing },
}: {
  name: string
  switchKey: 'http-validators' | 'live-updates'
  console: FlagConsole
}) {
  const { default: on, clients } = values[switchKey]
  const others = Object.values(clients).filter((own) => own !== on).length
  return (
    <Part
      term={name}
      action={
        writing === 'possible' && <Switch switchKey={switchKey} on={on} name={name.toLowerCase()} />
      }
    >
      {on ? 'On' : 'Off'}
      {others > 0 && (
        <span className="text-ink-muted">
          , {on ? 'off' : 'on'} for {others === 1 ? '1 client' : `${others} clients`}
        </span>
      )}
    </Part>
  )
}

function Part({
  term,
  action,
  children,
}: {
  term: string
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] content-center items-center gap-x-3 px-4 py-3">
      <dt className="text-ink-muted text-sm">{term}</dt>
      <dd className="col-start-1 mt-0.5 break-words">{children}</dd>
      {action && <dd className="col-start-2 row-span-2 row-start-1">{action}</dd>}
    </div>
  )
}

function Switch({ switchKey, on, name }: { switchKey: string; on: boolean; name: string }) {
  const [word, to] = on ? ['Turn off', 'off'] : ['Turn on', 'on']
  return (
    <LinkButton size="sm" href={`/admin/flags/change?kind=switch&key=${switchKey}&on=${to}`}>
      {word}
      <span className="sr-only"> {name}</span>
    </LinkButton>
  )
}
