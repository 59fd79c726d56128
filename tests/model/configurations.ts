import type { Configuration, Faults, WriterRole } from './state'

const noFaults: Faults = { flushes: 0, failovers: 0, tagEvictions: 0, markerEvictions: 0 }

/** One fact, one key, writers of the application; everything else is named where it differs. */
export function configure(name: string, change: Partial<Configuration> = {}): Configuration {
  return {
    name,
    facts: 1,
    keys: [[1]],
    readers: 2,
    writers: [available, available],
    unreachable: false,
    late: false,
    ...change,
    faults: { ...noFaults, ...change.faults },
  }
}

const available: WriterRole = { facts: [1], kind: 'available' }
const strict: WriterRole = { facts: [1], kind: 'strict' }
const foreign: WriterRole = { facts: [1], kind: 'foreign' }

/** Seconds: part of every test run. */
export const quickConfigurations: readonly Configuration[] = [
  configure('one writer, everything lost, unanswered or late', {
    writers: [available],
    unreachable: true,
    late: true,
  }),
  configure('two writers, crashes and rollbacks', { readers: 1, writers: [available, strict] }),
]

/** Minutes: the whole. */
export const fullConfigurations: readonly Configuration[] = [
  configure('three readers, two writers; all requests lost, unanswered or late', {
    readers: 3,
    writers: [available, strict],
    unreachable: true,
    late: true,
  }),
  configure('three readers, a writer and one behind the back', {
    readers: 3,
    writers: [available, foreign],
    unreachable: true,
    late: true,
  }),
  configure('three readers, two writers; FLUSHALL', {
    readers: 3,
    late: true,
    faults: { ...noFaults, flushes: 1 },
  }),
  configure('two readers, two writers; tags and markers evicted, FLUSHALL', {
    faults: { flushes: 1, failovers: 0, tagEvictions: 2, markerEvictions: 1 },
  }),
  configure('two readers, two writers; failover', { faults: { ...noFaults, failovers: 1 } }),
  configure('one reader, one writer; failover, all requests lost, unanswered or late', {
    readers: 1,
    writers: [available],
    unreachable: true,
    late: true,
    faults: { ...noFaults, failovers: 1 },
  }),
  configure('two facts, two keys', {
    facts: 2,
    keys: [[1], [1, 2]],
    writers: [
      { facts: [1, 2], kind: 'available' },
      { facts: [2], kind: 'strict' },
    ],
  }),
  configure('three writers', { readers: 1, writers: [available, available, available] }),
]
