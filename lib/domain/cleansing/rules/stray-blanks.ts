import { type CleansingRule, propose } from './rule'

const texts = new Set(['string', 'text', 'ref', 'hostname', 'fqdn', 'url'])

/** Also no-break spaces, and characters that take no room at all. */
const outer = /^[\s\u200b\u2060]+|[\s\u200b\u2060]+$/gu
const inner = /[^\S\n]{2,}|[\u00a0\u200b\u2060]/gu

/** What both need, tried first because most cells have none of it. */
const suspicious = /^[\s\u200b\u2060]|[\s\u200b\u2060]$|[^\S\n]{2}|[\u00a0\u200b\u2060]/u

export const strayBlanks: CleansingRule = {
  id: 'stray_blanks',
  title: 'Stray blanks',
  description: 'Blanks before, after or doubled within a value, which make equal values differ.',
  appliesTo: ({ type }) => texts.has(type),
  examine(subject) {
    const { attribute, raw } = subject
    if (!suspicious.test(raw)) return null
    const trimmed = raw.replace(outer, '')
    // Layout within free text is its author's.
    const clean = attribute.type === 'text' ? trimmed : trimmed.replace(inner, ' ')
    if (clean === raw || clean === '') return null
    const where = trimmed === raw ? 'doubled or odd blanks within' : 'blanks before or after'
    return propose(subject, clean, `The value has ${where} the text.`)
  },
}
