import type { FlagChange } from '@/lib/domain/flags/schema'
import { changedSettings, settingsOf } from '@/lib/domain/flags/settings'
import { flagsDigest } from '@/lib/flags/digest'
import { type ParsedFlags, parseFlags } from '@/lib/flags/parse-flags'

type Names = ReadonlyMap<string, string>

const settingsIn = (values: ParsedFlags['values'], names: Names) =>
  settingsOf(values, (id) => names.get(id) ?? null)

/** What the flags say, a setting a line, and what of it is not obeyed as it is written. */
export function showFlags({ values, problems }: ParsedFlags, names: Names): string {
  const settings = settingsIn(values, names)
  const width = Math.max(...settings.map(({ label }) => label.length))
  return [
    ...settings.map(({ label, value }) => `${label.padEnd(width)}  ${value}`),
    '',
    ...problems.map(({ key, message }) => `${key} is not obeyed as it is written: ${message}`),
    `Digest ${flagsDigest(values)}`,
  ].join('\n')
}

/** Changes, a paragraph each. */
export function showHistory(changes: readonly FlagChange[], names: Names): string {
  if (changes.length === 0) return 'Nobody has changed the flags yet.'
  const paragraphs = changes.map(({ at, by, reason, before, after }) => {
    const [old, now] = [before, after].map((stored) => settingsIn(parseFlags(stored).values, names))
    const lines = changedSettings(old ?? [], now ?? []).map(
      (change) =>
        `  ${change.label}: ${change.before ?? 'not said'} → ${change.after ?? 'not said'}`,
    )
    return [`${at}  ${by ?? 'somebody'}: ${reason}`, ...lines].join('\n')
  })
  return paragraphs.join('\n\n')
}
