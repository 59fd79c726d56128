'use client'

import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Keys } from '@/components/keyboard/keys'
import type { ShellProps } from '@/components/shell/shell-props'
import { Spinner } from '@/components/ui/spinner'
import { CommandList, lineId } from './command-list'
import { type Command, commandsFor } from './commands'
import { ranked } from './ranking'
import { useDeeds } from './use-deeds'
import { useFound } from './use-found'

export interface PaletteProps
  extends Pick<
    ShellProps,
    'navigation' | 'memberships' | 'current' | 'switchAction' | 'signOutAction'
  > {
  onClose: () => void
  onShowShortcuts: () => void
}

/**
 * One field that finds pages, deeds, engagements, assets and imports. It stands in the browser's
 * own modal dialog: Esc closes it and the focus goes back. It is there only while it is open.
 */
export function Palette(props: PaletteProps) {
  const { current, onClose, onShowShortcuts } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useId()
  const [text, setText] = useState('')
  const [pointed, setPointed] = useState<string>()
  const root = current ? `/${current.clientSlug}/${current.engagementSlug}` : null
  const found = useFound(root, text)
  const run = useDeeds(props, onShowShortcuts)
  const commands = [...ranked(commandsFor(props), text), ...found.commands]
  const chosen = commands.find(({ id }) => id === pointed) ?? commands[0]

  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  const line = lineId(list, chosen)
  useEffect(() => {
    if (line !== undefined) document.getElementById(line)?.scrollIntoView({ block: 'nearest' })
  }, [line])

  const choose = (command: Command | undefined) => {
    if (command === undefined) return
    dialog.current?.close()
    run(command.deed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'k' && (event.metaKey || event.ctrlKey)) dialog.current?.close()
    else if (event.key === 'Enter') choose(chosen)
    else {
      const next = lineAfter(event.key, commands, chosen)
      if (next === undefined) return
      setPointed(next.id)
    }
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the keyboard's way, given by the browser
    <dialog
      ref={dialog}
      aria-label="Command palette"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
      className="mx-auto mt-[12dvh] mb-auto w-[calc(100vw-1.5rem)] max-w-xl overflow-hidden rounded-xl border bg-raised p-0 text-base text-ink shadow-dialog open:animate-appear max-sm:mt-3"
    >
      <div className="flex max-h-[min(30rem,70dvh)] flex-col">
        <div className="flex items-center gap-2.5 border-b px-3.5">
          <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
          <input
            type="text"
            role="combobox"
            aria-label="Search or command"
            aria-expanded
            aria-controls={list}
            aria-activedescendant={line}
            aria-autocomplete="list"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={text}
            placeholder={root === null ? 'Go to or do…' : 'Search assets and imports, go to or do…'}
            onChange={(event) => {
              setText(event.target.value)
              setPointed(undefined)
            }}
            onKeyDown={onKeyDown}
            className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none"
          />
          {found.busy && <Spinner />}
        </div>
        <CommandList
          id={list}
          commands={commands}
          chosen={chosen?.id}
          onPoint={({ id }) => setPointed(id)}
          onChoose={choose}
        />
        <p role="status" className="px-3.5 pb-3 text-ink-muted text-sm empty:hidden">
          {outcome(commands, found)}
        </p>
        <footer className="flex items-center gap-4 border-t bg-sunken px-3.5 py-2 text-ink-muted text-xs pointer-coarse:hidden">
          <Hint keys="ArrowUp+ArrowDown">choose</Hint>
          <Hint keys="Enter">go</Hint>
          <Hint keys="Escape">close</Hint>
        </footer>
      </div>
    </dialog>
  )
}

function outcome(commands: readonly Command[], { busy, failed }: ReturnType<typeof useFound>) {
  if (failed) return 'Assets and imports cannot be searched at the moment. The rest works.'
  if (busy) return commands.length === 0 ? 'Searching…' : null
  return commands.length === 0 ? 'Nothing has that in its name.' : null
}

function Hint({ keys, children }: { keys: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <Keys keys={keys} />
      {children}
    </span>
  )
}

/** Where a key leads from the chosen line; undefined when it is no such key. */
function lineAfter(key: string, commands: readonly Command[], chosen: Command | undefined) {
  const at = chosen === undefined ? -1 : commands.indexOf(chosen)
  if (key === 'ArrowDown') return commands[(at + 1) % commands.length]
  if (key === 'ArrowUp') return commands.at(at <= 0 ? -1 : at - 1)
  return undefined
}
