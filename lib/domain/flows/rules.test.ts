import { describe, expect, test } from 'vitest'
import { eventOf, flowEvents, nextStatus, phaseAfter, possibleActions } from './rules'
import { type FlowStatus, flowStatuses } from './schema'

const allowed: [FlowStatus, string, FlowStatus][] = [
  ['waiting_for_upload', 'upload_completed', 'running'],
  ['waiting_for_upload', 'cancelled', 'cancelled'],
  ['running', 'phase_waits', 'waiting_for_approval'],
  ['running', 'last_phase_completed', 'completed'],
  ['running', 'step_failed', 'failed'],
  ['running', 'paused', 'paused'],
  ['running', 'cancelled', 'cancelled'],
  ['waiting_for_approval', 'decisions_made', 'running'],
  ['waiting_for_approval', 'paused', 'paused'],
  ['waiting_for_approval', 'cancelled', 'cancelled'],
  ['paused', 'resumed_to_run', 'running'],
  ['paused', 'resumed_to_wait', 'waiting_for_approval'],
  ['paused', 'cancelled', 'cancelled'],
  ['failed', 'retried', 'running'],
  ['failed', 'cancelled', 'cancelled'],
]

test('every status takes exactly the events of the table and refuses all others', () => {
  const found = flowStatuses.flatMap((status) =>
    flowEvents.flatMap((event) => {
      const to = nextStatus(status, event)
      return to === null ? [] : [`${status} ${event} ${to}`]
    }),
  )
  expect(found.toSorted()).toEqual(allowed.map((row) => row.join(' ')).toSorted())
})

describe('orders', () => {
  const flow = {
    phase: 'asset_inventory' as const,
    phaseStatus: 'running' as const,
    failure: null,
  }

  test('what is possible follows from the status', () => {
    const possible = flowStatuses.map((status) => [status, possibleActions({ ...flow, status })])
    expect(Object.fromEntries(possible)).toEqual({
      waiting_for_upload: ['cancel'],
      running: ['pause', 'cancel'],
      waiting_for_approval: ['pause', 'cancel'],
      paused: ['resume', 'cancel'],
      failed: ['retry', 'cancel'],
      cancelled: [],
      completed: [],
    })
  })

  test('a flow paused while it waited for a person waits again', () => {
    const paused = { ...flow, status: 'paused' as const, phase: 'attribute_mapping' as const }
    expect(eventOf('resume', { ...paused, phaseStatus: 'waiting' })).toBe('resumed_to_wait')
    expect(eventOf('resume', { ...paused, phaseStatus: 'running' })).toBe('resumed_to_run')
  })

  test('an unreadable file is not retried, a passing failure is', () => {
    const failed = { ...flow, status: 'failed' as const, phase: 'data_import' as const }
    const failure = (code: string) => ({ code, reason: '', remedy: '' })
    expect(eventOf('retry', { ...failed, failure: failure('is_image') })).toBeNull()
    expect(eventOf('retry', { ...failed, failure: failure('internal') })).toBe('retried')
  })
})

test('a flow ends after the last phase that is built', () => {
  expect(phaseAfter('data_import')).toBe('attribute_mapping')
  expect(phaseAfter('attribute_mapping')).toBe('data_cleansing')
  expect(phaseAfter('data_cleansing')).toBe('asset_inventory')
  expect(phaseAfter('asset_inventory')).toBeNull()
})
