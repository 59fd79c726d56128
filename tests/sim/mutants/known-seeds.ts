/** By a mutant's name, a seed that told it: where to look first. Any other may tell it as well. */
export const knownSeeds: Readonly<Record<string, number>> = {}
