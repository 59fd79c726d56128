import type { Mutant } from './mutant'

const file = 'lib/cache/protocol.ts'

/** Guards of lib/cache/protocol.ts, which the scripts in Redis repeat. */
export const mutantsOfTheProtocol: readonly Mutant[] = [
  {
    name: 'no fence check',
    changes: [
      {
        file,
        find: "return value !== null && !value.includes('|')",
        put: 'return value !== null',
      },
    ],
  },
  {
    name: 'a missing tag counts as valid',
    changes: [
      {
        file,
        find: 'areSettled(values) &&\n    values.every((value, index) => value === versions[index])',
        put: 'values.every((value, index) => value === null || value === versions[index])',
      },
    ],
  },
  {
    name: 'a missing tag is captured, and equal to missing',
    changes: [
      {
        file,
        find: 'areSettled(values) &&\n    values.every((value, index) => value === versions[index])',
        put: "values.every((value, index) => !value?.includes('|') && (value ?? '') === versions[index])",
      },
      {
        file,
        find: 'for (const tag of target.tags) draft.write(tag, draft.settle(tag, run))',
        put: 'for (const tag of target.tags) if (draft.read(tag)) draft.write(tag, draft.settle(tag, run))',
      },
    ],
  },
  {
    name: 'the version is made by the caller',
    changes: [
      { file, find: '{ now, nonce }: Execution)', put: '{ nonce }: Execution, now = 0)' },
      {
        file,
        find: "const counter = previous === null ? 0 : Number(previous.split(':')[1])",
        put: 'const counter = previous === undefined ? 1 : 0',
      },
    ],
  },
  {
    name: 'pruned without a new version',
    changes: [
      {
        file,
        find: 'return { version: newVersion(tag.version, run), fences: open }',
        put: 'return { version: tag.version, fences: open }',
      },
    ],
  },
  {
    name: 'a fence is dropped before its deadline',
    changes: [
      {
        file,
        find: 'tag.fences.filter(({ deadline }) => deadline > run.now)',
        put: 'tag.fences.filter(({ deadline }) => deadline - run.fenceLife * 999 > run.now)',
      },
    ],
  },
  {
    name: 'a bump lifts every fence',
    changes: [
      {
        file,
        find: 'const pruned = withoutFence(prune(state, run), id)',
        put: 'const pruned = { ...state, fences: [] }',
      },
    ],
  },
  {
    name: 'a bump keeps the version',
    changes: [
      {
        file,
        find: 'draft.write(tag, { ...pruned, version: newVersion(pruned.version, run) })',
        put: 'draft.write(tag, pruned)',
      },
    ],
  },
  {
    name: 'a missing tag gets no fence',
    changes: [
      {
        file,
        find: 'const settled = withoutFence(draft.settle(tag, run), id)',
        put: 'if (!draft.read(tag)) continue\n    const settled = withoutFence(draft.settle(tag, run), id)',
      },
    ],
  },
  {
    name: 'a lift drops every fence',
    changes: [
      {
        file,
        find: 'draft.write(tag, withoutFence(state, id))',
        put: 'draft.write(tag, { ...state, fences: [] })',
      },
    ],
  },
  {
    name: 'the marker is ignored',
    changes: [
      {
        file,
        find: 'if (this.look.marked(namespace) || this.markers.has(namespace)) continue',
        put: 'if (namespace) continue',
      },
    ],
  },
  {
    name: 'no quarantine after a loss of everything',
    changes: [
      {
        file,
        find: 'this.write(tag, { version, fences: [newFence(quarantine, run)] })',
        put: 'this.write(tag, { version, fences: [] })',
      },
    ],
  },
]
