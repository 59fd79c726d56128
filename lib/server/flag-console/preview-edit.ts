import 'server-only'
import { applyEdit } from '@/lib/domain/flags/apply-edit'
import { movesBetween } from '@/lib/domain/flags/moves'
import type { FlagEdit, Move, SettingChange } from '@/lib/domain/flags/schema'
import { changedSettings } from '@/lib/domain/flags/settings'
import { warningsOf } from '@/lib/domain/flags/warnings'
import { type FlagConsole, settingsInWords } from './flag-console'

export interface EditPreview {
  changes: SettingChange[]
  moves: Move[]
  /** What speaks against it, in sentences. */
  warnings: string[]
}

/** What an edit would change, and who would take another path. */
export function previewEdit(console: FlagConsole, edit: FlagEdit): EditPreview {
  const { values, groups, clients } = console
  const after = applyEdit(values, edit)
  const moves = movesBetween(values, after, groups, clients)
  return {
    changes: changedSettings(settingsInWords(values, clients), settingsInWords(after, clients)),
    moves,
    warnings: warningsOf(moves, groups),
  }
}
