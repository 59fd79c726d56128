import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

function tokens(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, k = '', v = '']) => [k, v]),
  )
}

const grounds = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'accent-soft']
const states = ['good', 'warn', 'bad', 'info']

/** Text needs 4.5 : 1, the edge of a control and a mark need 3 : 1. */
const pairs: [over: string, ground: string, least: number][] = [
  ...[
    'ink',
    'ink-muted',
    'ink-faint',
    'accent-text',
    ...states.map((state) => `${state}-text`),
  ].flatMap((ink) => grounds.map((ground): [string, string, number] => [ink, ground, 4.5])),
  ...states.flatMap((state): [string, string, number][] => [
    [`${state}-text`, `${state}-soft`, 4.5],
    ['ink', `${state}-soft`, 4.5],
    [`${state}-solid`, 'surface', 3],
    [`${state}-solid`, 'sunken', 3],
  ]),
  ['accent-ink', 'accent', 4.5],
  ['accent-ink', 'accent-hover', 4.5],
  ['danger-ink', 'danger', 4.5],
  ['danger-ink', 'danger-hover', 4.5],
  ['canvas', 'ink', 4.5],
  ['line-strong', 'canvas', 3],
  ['line-strong', 'surface', 3],
  ['line-strong', 'raised', 3],
]

for (const [theme, selector] of [
  ['light', ':root'],
  ['dark', '.dark'],
] as const) {
  test(`every pairing of the ${theme} theme can be read`, () => {
    const colours = tokens(selector)
    const faint = pairs.flatMap(([over, ground, least]) => {
      const ratio = contrast(colours.get(over) ?? '#000000', colours.get(ground) ?? '#000000')
      return ratio < least ? [`${over} on ${ground}: ${ratio.toFixed(2)} < ${least}`] : []
    })
    expect(faint).toEqual([])
  })
}
