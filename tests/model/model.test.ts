import { describe, expect, test } from 'vitest'
import { alteredRules } from './altered-rules'
import { quickConfigurations } from './configurations'
import { explore } from './explore'
import { exploreSchedules } from './preemptions/explore-schedules'
import { openScenario } from './preemptions/scenario'
import { brokenScenarios, scenarios } from './preemptions/scenarios'
import { protocolRules } from './rules'

const mostStates = 1_000_000

describe('the protocol, in every state that can be reached', () => {
  test.each(quickConfigurations)('keeps its promises: $name', (configuration) => {
    const { complete, violation } = explore(configuration, protocolRules, mostStates)
    expect(violation).toBeNull()
    expect(complete).toBe(true)
  })

  test.each(alteredRules)('breaks one when $name', ({ rules, configuration }) => {
    const { violation } = explore(configuration, rules, mostStates)
    expect(violation?.broken).toMatch(/^promise [123]/)
  })
})

describe('the code, in every schedule with one preemption', () => {
  test.each(scenarios)('keeps them: $name', async (scenario) => {
    const { schedules, violation } = await exploreSchedules(() => openScenario(scenario), 1)
    expect(violation).toBeNull()
    expect(schedules).toBeGreaterThan(100)
  })

  test.each(brokenScenarios)('breaks one over $name', async (scenario) => {
    const { violation } = await exploreSchedules(() => openScenario(scenario), 1)
    expect(violation).not.toBeNull()
  })
})
