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

/** Disjoint sets of the numbers from 0, each with the facts of its members. */
export class Clusters {
  private readonly parents: number[]

  /** @param claims the facts of each member; they become the clusters' own */
  constructor(private readonly claims: Claims[]) {
    this.parents = claims.map((_, member) => member)
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

  /** Makes one cluster of those of the members, unless any two of them contradict each other. */
  joinUnlessContradicted(members: readonly number[], counts: (about: string) => boolean): void {
    const roots = [...new Set(members.map((member) => this.find(member)))]
    if (roots.length < 2 || this.anyContradict(roots, counts)) return
    const [first = 0, ...others] = roots
    for (const root of others) this.absorb(first, root)
  }

  private anyContradict(roots: readonly number[], counts: (about: string) => boolean): boolean {
    return roots.some((left, i) =>
      roots.slice(i + 1).some((right) => contradict(this.of(left), this.of(right), counts)),
    )
  }

  private absorb(root: number, other: number): void {
    this.parents[other] = root
    const target = this.of(root)
    for (const [about, values] of this.of(other)) {
      const known = target.get(about)
      target.set(about, known ? new Set([...known, ...values]) : values)
    }
  }

  private of(root: number): Claims {
    return this.claims[root] ?? new Map()
  }
}
