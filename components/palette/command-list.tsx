import { Keys } from '@/components/keyboard/keys'
import { CommandSign } from './command-icon'
import type { Command } from './commands'

export interface CommandListProps {
  id: string
  commands: readonly Command[]
  /** The id of the one that Enter chooses. */
  chosen: string | undefined
  onPoint: (command: Command) => void
  onChoose: (command: Command) => void
}

/** The id of a command's line in the document. */
export const lineId = (list: string, command: Command | undefined) =>
  command && `${list}-${command.id}`

/** Commands in their groups. The focus stays in the field above: it says which line is chosen. */
export function CommandList({ id, commands, chosen, onPoint, onChoose }: CommandListProps) {
  const groups = [...new Set(commands.map(({ group }) => group))]
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Commands"
      className="min-h-0 flex-1 overflow-y-auto p-1.5"
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
        <div key={group} role="group" aria-label={group}>
          <p aria-hidden className="px-2 pt-2 pb-1 font-medium text-ink-faint text-xs">
            {group}
          </p>
          {commands
            .filter((command) => command.group === group)
            .map((command) => (
              // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: keys go to the field
              <div
                key={command.id}
                id={lineId(id, command)}
                role="option"
                aria-selected={command.id === chosen}
                onPointerMove={() => onPoint(command)}
                onClick={() => onChoose(command)}
                className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 text-ink-muted aria-selected:bg-accent-soft aria-selected:text-accent-text pointer-coarse:min-h-11"
              >
                <CommandSign icon={command.icon} />
                <span className="min-w-0 flex-1 truncate text-ink">{command.label}</span>
                {command.detail !== undefined && (
                  <span className="max-w-[40%] shrink-0 truncate text-ink-muted text-xs">
                    {command.detail}
                  </span>
                )}
                {command.keys !== undefined && <Keys keys={command.keys} />}
              </div>
            ))}
        </div>
      ))}
    </div>
  )
}
