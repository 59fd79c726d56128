import { parseArgs } from 'node:util'
import { fullConfigurations, quickConfigurations } from './configurations'
import { proveConfiguration, proveRules, proveSchedules } from './prove'

/** `npm run model -- [--json] [--quick] [--preemptions N]`; ends with 1 when a promise is broken. */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    preemptions: { type: 'string' },
  },
})
const mostPreemptions = Number(values.preemptions ?? (values.quick ? 1 : 3))

function say(words: string): void {
  if (!values.json) process.stdout.write(`${words}\n`)
}

function sayViolation(violation: { broken: string; steps: string[] } | null): void {
  if (violation) say([`  ${violation.broken}`, ...violation.steps].join('\n    '))
}

const configurations = []
for (const configuration of values.quick ? quickConfigurations : fullConfigurations) {
  const proved = proveConfiguration(configuration)
  const { name, states, depth, complete, seconds, violation } = proved
  const result = violation ? 'BROKEN' : complete ? 'holds' : 'not explored whole'
  say(`${result}: ${name} (${states} states, depth ${depth}, ${seconds} s)`)
  sayViolation(violation)
  configurations.push(proved)
}

const rules = proveRules()
for (const { without, states, violation } of rules) {
  say(`${violation ? 'found' : 'NOT FOUND'}: ${without} (${states} states)`)
  sayViolation(violation)
}

const schedules = await proveSchedules(mostPreemptions)
for (const { name, preemptions, schedules: count, steps, seconds, violation } of schedules) {
  const result = violation ? 'BROKEN' : 'holds'
  const figures = `${preemptions} preemptions, ${count} schedules, ${steps} steps, ${seconds} s`
  say(`${result}: the code, ${name} (${figures})`)
  sayViolation(violation)
}

const violations = [...configurations, ...schedules].filter(({ violation }) => violation).length
const incomplete = configurations.filter(({ complete }) => !complete).length
const unneeded = rules.filter(({ violation }) => !violation).length
const summary = { violations, incomplete, unneeded, mostPreemptions }
if (values.json) {
  const report = { ...summary, configurations, rules, schedules }
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
} else say(`\n${violations} violations, ${incomplete} not whole, ${unneeded} rules not missed`)
process.exitCode = violations + incomplete + unneeded > 0 ? 1 : 0
