/** One chapter of docs/measurements.md: what was measured, by which command, and the figures. */
export interface Section {
  title: string
  /** What anybody runs to measure it again. */
  command: string
  note: string
  heading: string[]
  rows: (string | number)[][]
}

function tableRow(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

/** A section as Markdown. */
export function writeSection({ title, command, note, heading, rows }: Section): string {
  const lines = [
    `## ${title}`,
    '',
    note,
    '',
    `Command: \`${command}\``,
    '',
    tableRow(heading),
    tableRow(heading.map(() => '---')),
    ...rows.map(tableRow),
  ]
  return `${lines.join('\n')}\n`
}
