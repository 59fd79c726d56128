'use client'

import { Search } from 'lucide-react'
import { useState } from 'react'
import { fetched } from '@/components/feedback/fetched'
import { Keys } from '@/components/keyboard/keys'
import { useShortcuts } from '@/components/keyboard/use-shortcuts'
import type { PaletteProps } from './palette'

const fetchPalette = () => import('./palette').then(({ Palette }) => Palette)
const Palette = fetched(fetchPalette)
const ShortcutList = fetched(() => import('./shortcut-list').then((file) => file.ShortcutList))

/** The page's own search field; null where it has none. */
function searchOfPage(): HTMLInputElement | null {
  const fields = document.querySelectorAll<HTMLInputElement>('main input[type=search]')
  return [...fields].find((field) => field.checkVisibility()) ?? null
}

/**
 * The way into the palette and the list of keys, by button and by key. Both are fetched when they
 * are first opened.
 */
export function CommandCenter(props: Omit<PaletteProps, 'onClose' | 'onShowShortcuts'>) {
  const [shown, setShown] = useState<'palette' | 'shortcuts' | null>(null)
  const showPalette = () => setShown('palette')
  const showShortcuts = () => setShown('shortcuts')
  useShortcuts('Everywhere', [
    { keys: 'mod+k', label: 'Search, go to or do something', act: showPalette },
    {
      keys: '/',
      label: 'Search on this page',
      act: () => {
        const field = searchOfPage()
        if (field === null) return showPalette()
        field.focus()
        field.select()
      },
    },
    { keys: '?', label: 'Show these keys', act: showShortcuts },
  ])
  return (
    <>
      <button
        type="button"
        aria-label="Search or command"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={() => void fetchPalette().catch(() => undefined)}
        onClick={showPalette}
        className="flex h-8 shrink-0 items-center gap-2 rounded-md border-line px-2 text-ink-muted hover:bg-hover hover:text-ink sm:border sm:bg-sunken pointer-coarse:h-10"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="text-sm max-md:hidden">Search</span>
        <span aria-hidden className="max-lg:hidden pointer-coarse:hidden">
          <Keys keys="mod+k" />
        </span>
      </button>
      {shown === 'palette' && (
        <Palette
          {...props}
          // What was chosen may have opened the list of keys meanwhile.
          onClose={() => setShown((now) => (now === 'palette' ? null : now))}
          onMissing={() => setShown(null)}
          onShowShortcuts={showShortcuts}
        />
      )}
      {shown === 'shortcuts' && (
        <ShortcutList onClose={() => setShown(null)} onMissing={() => setShown(null)} />
      )}
    </>
  )
}
