import { benchLive } from '../bench/live'
import type { Section } from './section'

/** Whether anybody who listens misses a change, and how long one takes to arrive. */
export async function measureLive(): Promise<Section> {
  const {
    connections,
    changes,
    messages,
    resumed,
    backMs,
    lost,
    resyncs,
    latency,
    revoked,
    memory,
  } = await benchLive()
  return {
    title: 'Live updates: a thousand connections',
    command: 'npm run bench -- live',
    note:
      `${connections} connections at one process, in two engagements, while assets change; ` +
      `connections broke at random and came again ${resumed} times, and the site was restarted once; ` +
      `${(backMs / 1000).toFixed(1)} s after it was ready again nearly all listened. ` +
      'Lost is what a connection never heard of the changes in its engagement’s stream (wanted: 0). ' +
      'Milliseconds from the moment at which a change began to be told until it arrived at a ' +
      `connection that was open. All streams of somebody whose sessions were ended had ended ` +
      `after ${revoked.largest} ms at most, of ${revoked.samples} tries. Site, listeners, writers, Redis and PostgreSQL share the machine.`,
    heading: [
      'changes',
      'heard',
      'lost',
      'told to ask for all',
      'p50 ms',
      'p99 ms',
      'KiB per connection',
    ],
    rows: [[changes, messages, lost, resyncs, latency.p50, latency.p99, memory.kibPerConnection]],
  }
}
