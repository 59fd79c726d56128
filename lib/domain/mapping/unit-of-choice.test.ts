import { expect, test } from 'vitest'
import { unitOfChoice } from './unit-of-choice'

const column = { header: 'Provisioned (GB)', samples: ['40', '80', '120'] }

test('the unit follows the attribute that was chosen', () => {
  expect(unitOfChoice('disk_total_gib', column, null)).toMatchObject({
    sourceUnit: 'GiB',
    targetUnit: 'GiB',
  })
  expect(unitOfChoice('memory_mib', column, null)).toMatchObject({
    sourceUnit: 'GiB',
    targetUnit: 'MiB',
  })
})

test('a column that is left out, or holds no amounts, has no unit', () => {
  const none = { sourceUnit: null, targetUnit: null, reason: null }
  expect(unitOfChoice(null, column, null)).toEqual(none)
  expect(unitOfChoice('name', column, null)).toEqual(none)
})
