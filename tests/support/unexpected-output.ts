import { afterEach, beforeEach } from 'vitest'

/**
 * A test that prints fails: output that nobody asked for is a mistake that nobody reads. A test
 * that expects output replaces the method itself (`vi.spyOn(console, 'error')`).
 */

const methods = ['debug', 'dir', 'error', 'info', 'log', 'trace', 'warn'] as const
const printed: string[] = []

function record(source: string, words: unknown[]): void {
  printed.push(`${source}: ${words.map(String).join(' ').slice(0, 1000)}`)
}

for (const method of methods) {
  console[method] = (...words: unknown[]) => record(`console.${method}`, words)
}
for (const name of ['stdout', 'stderr'] as const) {
  process[name].write = (text: string | Uint8Array) => {
    record(`process.${name}`, [typeof text === 'string' ? text : Buffer.from(text).toString()])
    return true
  }
}

beforeEach(() => {
  // What a module prints while it is imported belongs to the first test of the file.
  if (printed.length > 0) failOnOutput()
})

afterEach(failOnOutput)

function failOnOutput(): void {
  const lines = printed.splice(0)
  if (lines.length > 0) throw new Error(`Unexpected output:\n${lines.join('\n')}`)
}
