import type { Mutant } from './mutant'
import { mutantsOfEfficiency } from './of-efficiency'
import { mutantsOfTheProtocol } from './of-the-protocol'
import { mutantsOfTheReads } from './of-the-reads'
import { mutantsOfTheWrites } from './of-the-writes'

export const mutants: readonly Mutant[] = [
  ...mutantsOfTheProtocol,
  ...mutantsOfTheReads,
  ...mutantsOfTheWrites,
  ...mutantsOfEfficiency,
]
