import { randomBytes } from 'node:crypto'

/**
 * The digest of the one script that stands in every document as it is: the theme's, which runs
 * before the first paint. A test compares it with the script.
 */
export const themeScriptSource = "'sha256-QFXJg6BXpJDXxqfhJVpcF/2DTfotK6Eu30jS870uI2Q='"

/** Pages that Next keeps for everybody, so that no nonce of a request can stand in them. */
const keptPages = ['/', '/status']

/** What a document may do besides running scripts. Libraries set styles; no style can read data. */
const others = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
]

const policy = (scripts: string) => [`script-src ${scripts}`, ...others].join('; ')

/** 128 random bits, for the scripts of one answer. */
export function createNonce(): string {
  return randomBytes(16).toString('base64')
}

/**
 * The Content-Security-Policy of a document that is rendered for its request: its own scripts, by
 * nonce, and what these load. Handed to the framework as a request header too, which reads it there.
 * @param development React explains itself there with the help of eval
 */
export function documentPolicy(nonce: string, development = false): string {
  const evaluation = development ? " 'unsafe-eval'" : ''
  return policy(`'nonce-${nonce}' 'strict-dynamic' ${themeScriptSource}${evaluation}`)
}

/** Of a page that is kept: it shows nobody's data, and its inline scripts are not known here. */
export const keptPagePolicy = policy("'self' 'unsafe-inline'")

/** Whether the document at an address is kept for everybody. */
export function isKeptPage(pathname: string): boolean {
  return keptPages.includes(pathname)
}

/**
 * What a request must not bring along: the framework takes a nonce from either, and would put one
 * into the page that the asker chose.
 */
export const droppedRequestHeaders = [
  'content-security-policy',
  'content-security-policy-report-only',
]
