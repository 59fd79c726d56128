'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { useSyncExternalStore } from 'react'

const choices = [
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
  { theme: 'system', label: 'System', icon: Monitor },
] as const

const never = () => () => undefined

/** The choice is known to the browser only: the server's markup must not guess it. */
function useChosenTheme(): string | undefined {
  const { theme } = useTheme()
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return inBrowser ? theme : undefined
}

/** Light, dark or as the system has it. */
export function ThemeSwitcher() {
  const { setTheme } = useTheme()
  const chosen = useChosenTheme()
  return (
    <fieldset className="inline-flex rounded-md border bg-sunken p-0.5">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ theme, label, icon: Icon }) => (
        <button
          key={theme}
          type="button"
          title={label}
          aria-label={label}
          aria-pressed={chosen === theme}
          onClick={() => setTheme(theme)}
          className="grid h-6 w-7 place-items-center rounded-[5px] text-ink-muted hover:text-ink focus-visible:outline-offset-0 aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-xs aria-pressed:ring-1 aria-pressed:ring-line pointer-coarse:h-8 pointer-coarse:w-9"
        >
          <Icon aria-hidden className="size-3.5" />
        </button>
      ))}
    </fieldset>
  )
}
