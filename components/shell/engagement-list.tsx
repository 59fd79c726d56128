'use client'

import { Check } from 'lucide-react'
import { useState } from 'react'
import { SearchInput } from '@/components/ui/search-input'
import { hasWords } from '@/lib/base/has-words'
import type { ShellAction, ShellMembership, ShellProps } from './shell-props'

interface Client {
  slug: string
  name: string
  engagements: ShellMembership[]
}

function byClient(memberships: readonly ShellMembership[]): Client[] {
  const clients = new Map<string, Client>()
  for (const membership of memberships) {
    const client = clients.get(membership.clientSlug)
    if (client === undefined) {
      clients.set(membership.clientSlug, {
        slug: membership.clientSlug,
        name: membership.clientName,
        engagements: [membership],
      })
    } else client.engagements.push(membership)
  }
  return [...clients.values()]
}

function Choice({
  membership,
  current,
  action,
}: {
  membership: ShellMembership
  current: boolean
  action: ShellAction
}) {
  return (
    <li>
      <form action={action}>
        <input type="hidden" name="client" value={membership.clientSlug} />
        <input type="hidden" name="engagement" value={membership.engagementSlug} />
        <button
          type="submit"
          aria-current={current ? 'true' : undefined}
          className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-10"
        >
          <span className="min-w-0 flex-1 truncate">{membership.engagementName}</span>
          <span className="shrink-0 text-ink-faint text-xs capitalize">{membership.role}</span>
          <Check
            aria-hidden
            className={current ? 'size-4 shrink-0 text-accent-text' : 'invisible size-4 shrink-0'}
          />
        </button>
      </form>
    </li>
  )
}

/** More engagements than are taken in at a glance are searched. */
const atAGlance = 7

/** All engagements of a person by client, each a form of its own. */
export function EngagementList({
  memberships,
  current,
  action,
}: {
  memberships: readonly ShellMembership[]
  current: ShellProps['current']
  action: ShellAction
}) {
  const [text, setText] = useState('')
  const shown = memberships.filter(({ clientName, engagementName }) =>
    hasWords(`${clientName} ${engagementName}`, text),
  )
  if (memberships.length === 0) {
    return (
      <p className="p-4 text-ink-muted">
        You are not a member of an engagement yet. An administrator can add you to one.
      </p>
    )
  }
  return (
    <>
      {memberships.length > atAGlance && (
        <div className="sticky top-0 z-10 border-b bg-raised p-2">
          <SearchInput
            label="Search engagements"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      )}
      {byClient(shown).map((client) => (
        <div key={client.slug} className="border-b p-1.5 last:border-b-0">
          <p className="truncate px-2 py-1 font-medium text-ink-faint text-xs">{client.name}</p>
          <ul>
            {client.engagements.map((membership) => (
              <Choice
                key={membership.engagementSlug}
                membership={membership}
                current={
                  membership.clientSlug === current?.clientSlug &&
                  membership.engagementSlug === current.engagementSlug
                }
                action={action}
              />
            ))}
          </ul>
        </div>
      ))}
      <p role="status" className="p-4 text-ink-muted empty:hidden">
        {shown.length === 0 && 'No engagement has that in its name.'}
      </p>
    </>
  )
}
