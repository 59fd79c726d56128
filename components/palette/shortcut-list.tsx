'use client'

import { useSyncExternalStore } from 'react'
import { Keys } from '@/components/keyboard/keys'
import { onShortcutsChange, shortcutChanges, shortcutGroups } from '@/components/keyboard/shortcuts'
import { Dialog } from '@/components/ui/dialog'

/** The keys that act on this page; a part of it that comes alive later adds its own. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  useSyncExternalStore(onShortcutsChange, shortcutChanges)
  return (
    <Dialog
      open
      onClose={onClose}
      size="md"
      title="Keys of this page"
      description="None of them acts while you type."
    >
      <div className="flex flex-col gap-5">
        {shortcutGroups().map(({ title, shortcuts }) => (
          <section key={title} aria-label={title}>
            <h3 className="mb-1 font-medium text-ink-faint text-xs">{title}</h3>
            <dl className="divide-y">
              {shortcuts.map(({ keys, label }) => (
                <div key={keys} className="flex min-h-9 items-center justify-between gap-4">
                  <dt>{label}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
