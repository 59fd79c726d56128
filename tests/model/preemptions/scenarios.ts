import { namespacesOf } from '@/lib/cache/keys'
import type { Scenario } from './scenario'

const plain: Scenario = {
  name: 'three processes',
  mostPreemptions: 3,
  oneProcess: false,
  consistency: 'available',
  values: 'kept',
  commit: 'answered',
  expires: false,
}

/** With more, there are too many schedules. */
const longer: Scenario = { ...plain, mostPreemptions: 2 }

/** Two readers and a writer, in all the ways in which a write can end. */
export const scenarios: readonly Scenario[] = [
  plain,
  { ...plain, name: 'the fence is lost', trouble: { call: 'fence', fault: 'lost' } },
  { ...plain, name: 'the bump is not answered', trouble: { call: 'bump', fault: 'unanswered' } },
  { ...longer, name: 'one process', oneProcess: true },
  { ...longer, name: 'values are refreshed behind the reader', values: 'refreshed' },
  { ...longer, name: 'COMMIT is refused', commit: 'refused' },
  { ...longer, name: 'COMMIT is not answered', commit: 'unanswered', expires: true },
  {
    ...longer,
    name: 'the fence is not answered',
    trouble: { call: 'fence', fault: 'unanswered' },
    expires: true,
  },
  { ...longer, name: 'the bump is lost', trouble: { call: 'bump', fault: 'lost' }, expires: true },
  {
    ...longer,
    name: 'strict, and the fence is lost',
    consistency: 'strict',
    trouble: { call: 'fence', fault: 'lost' },
  },
]

/** What is broken here must be found. */
export const brokenScenarios: readonly Scenario[] = [
  {
    ...plain,
    name: 'a fence that is never put',
    broken: (store) => ({ fence: (_, id) => store.fence([], id) }),
  },
  {
    ...plain,
    name: 'a look that does not see fences',
    broken: (store) => ({
      async look(requests) {
        const answers = await store.look(requests)
        const unfenced = (value: string | null) => value?.split('|', 1)[0] ?? null
        return answers.map(({ entry, values }) => ({ entry, values: values.map(unfenced) }))
      },
    }),
  },
  {
    ...plain,
    name: 'a bump that only lifts',
    broken: (store) => ({
      async bump(tags, id) {
        await store.lift(tags, id)
        return new Map(namespacesOf(tags).map((namespace) => [namespace, '1-0']))
      },
    }),
  },
]
