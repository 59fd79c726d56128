/** Who points to whom. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** Collects edges into a graph. */
export function toGraph(edges: Iterable<{ from: string; to: string }>): Graph {
  const graph = new Map<string, Set<string>>()
  for (const { from, to } of edges) {
    const targets = graph.get(from) ?? new Set()
    graph.set(from, targets.add(to))
  }
  return graph
}

/**
 * The cycles that a walk in depth meets, each as `a → b → a`; none if and only if there is none.
 * Not every cycle of a knot is listed: each names one edge that must go.
 */
export function findCycles(graph: Graph): string[] {
  const finished = new Set<string>()
  const trail: string[] = []
  const cycles: string[] = []

  const visit = (node: string) => {
    if (finished.has(node)) return
    const start = trail.indexOf(node)
    if (start !== -1) {
      cycles.push([...trail.slice(start), node].join(' → '))
      return
    }
    trail.push(node)
    for (const target of graph.get(node) ?? []) visit(target)
    trail.pop()
    finished.add(node)
  }

  for (const node of graph.keys()) visit(node)
  return cycles
}
