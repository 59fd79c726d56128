import { expect, test } from 'vitest'
import { decisionWords } from './decision-words'

const by = (name: string | null) => ({ mappingId: 'm', by: name })

test('a decision says what it did, and whose decisions it met', () => {
  expect(decisionWords('approve', 1, [])).toBe('1 column approved')
  expect(decisionWords('reject', 1200, [])).toBe('1,200 columns rejected')
  expect(decisionWords('approve', 198, [by('Ana'), by('Ana')])).toBe(
    '198 columns approved, 2 were decided by Ana meanwhile',
  )
  expect(decisionWords('approve', 0, [by('Ana'), by('Ben')])).toBe(
    'Nothing was approved, 2 were decided by Ana and Ben meanwhile',
  )
  expect(decisionWords('undo', 3, [by(null)])).toBe(
    '3 columns taken back, 1 was decided by somebody else meanwhile',
  )
})
