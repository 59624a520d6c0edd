/** The circles of a directed graph, each as the path that closes it. A circle is given once, whatever leads into it. */
export function findCycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const finished = new Set<string>();
  const cycles: string[][] = [];

  for (const start of edges.keys()) {
    if (finished.has(start)) continue;
    // An explicit stack: an import chain may be longer than the call stack is deep.
    const path = [start];
    const onPath = new Set(path);
    const remaining = [[...(edges.get(start) ?? [])]];
    while (path.length > 0) {
      const next = remaining.at(-1)?.shift();
      if (next === undefined) {
        const done = path.pop();
        remaining.pop();
        if (done !== undefined) {
          onPath.delete(done);
          finished.add(done);
        }
      } else if (onPath.has(next)) {
        cycles.push([...path.slice(path.indexOf(next)), next]);
      } else if (!finished.has(next) && edges.has(next)) {
        path.push(next);
        onPath.add(next);
        remaining.push([...(edges.get(next) ?? [])]);
      }
    }
  }
  return cycles;
}
