/** Facts of a cluster: what they are about → the values its members give. */
export type Claims = Map<string, Set<string>>

/** Whether two sets of facts about the same thing have nothing in common. */
function differ(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  for (const value of left) if (right.has(value)) return false
  return true
}

/** Whether two clusters contradict each other in any of the things that `counts` lets through. */
export function contradict(left: Claims, right: Claims, counts: (about: string) => boolean) {
  for (const [about, values] of left) {
    const others = right.get(about)
    if (others && counts(about) && differ(values, others)) return true
  }
  return false
}

/**
 * Disjoint sets of the numbers from 0. Each consists of parts, which keep facts of their own: two
 * clusters contradict each other when any part of one contradicts any part of the other.
 */
export class Clusters<Member> {
  private readonly parents: number[]
  /** Of the clusters that were compared: most members never meet another. */
  private readonly parts: Claims[][] = []

  /** @param claimsOf gives the facts of a member; they become its cluster's own */
  constructor(
    private readonly members: readonly Member[],
    private readonly claimsOf: (member: Member) => Claims,
  ) {
    this.parents = [...members.keys()]
  }

  /** The number that stands for a member's cluster. */
  find(member: number): number {
    let root = member
    for (let parent = this.parents[root]; parent !== undefined && parent !== root; ) {
      root = parent
      parent = this.parents[root]
    }
    this.parents[member] = root
    return root
  }

  /** Makes one part of the clusters of the members, unless any two of them contradict each other. */
  mergeUnlessContradicted(members: readonly number[], counts: (about: string) => boolean): void {
    const root = this.joinUnlessContradicted(members, counts)
    if (root !== null) this.parts[root] = [this.of(root).reduce(addClaims)]
  }

  /**
   * Makes one cluster of those of the members, in which each part stands for itself, unless any two
   * of them contradict each other.
   * @returns the number that stands for the new cluster; null when nothing was joined
   */
  joinUnlessContradicted(
    members: readonly number[],
    counts: (about: string) => boolean,
  ): number | null {
    const roots = [...new Set(members.map((member) => this.find(member)))]
    const [first, ...others] = roots
    if (first === undefined || others.length === 0) return null
    if (this.anyContradict(roots, counts)) return null
    this.parts[first] = roots.flatMap((root) => this.of(root))
    for (const root of others) this.parents[root] = first
    return first
  }

  private anyContradict(roots: readonly number[], counts: (about: string) => boolean): boolean {
    return roots.some((root, i) => {
      const others = roots.slice(i + 1).flatMap((other) => this.of(other))
      return this.of(root).some((left) => others.some((right) => contradict(left, right, counts)))
    })
  }

  private of(root: number): Claims[] {
    const parts = this.parts[root] ?? this.members.slice(root, root + 1).map(this.claimsOf)
    this.parts[root] = parts
    return parts
  }
}

/** Adds the right side's facts to the left side's. */
function addClaims(left: Claims, right: Claims): Claims {
  for (const [about, values] of right) {
    const known = left.get(about)
    left.set(about, known ? new Set([...known, ...values]) : values)
  }
  return left
}
