import { join } from 'node:path';
import type { Rolldown } from 'vite';

type Graph = Rolldown.ChunkingContext;

const here = import.meta.dirname;
const source = (path: string) => join(here, '../packages', path);
/** In the order in which a page comes to need them. */
const wholes = {
  checkout: source('elements/src/define/checkout.ts'),
  client: source('core/src/index.ts'),
  till: source('elements/src/checkout/till.ts'),
  'method-rows': source('elements/src/checkout/method-rows.ts'),
};
const pagesAround = ['product', 'order', 'receipt'].map((page) => join(here, `src/shop/${page}.ts`));

/** All that these cannot run without; `later`: and what they load by themselves. */
function neededBy(entries: readonly string[], graph: Graph, later = false): Set<string> {
  const needed = new Set<string>();
  const follow = (id: string): void => {
    const found = needed.has(id) ? null : graph.getModuleInfo(id);
    if (!found) return;
    needed.add(id);
    for (const next of [...found.importedIds, ...(later ? found.dynamicallyImportedIds : [])]) follow(next);
  };
  for (const entry of entries) follow(entry);
  return needed;
}

/**
 * Each page shares another part of what a checkout is made of: left alone, the bundler makes a file of each such part, and a page has
 * fifty to ask for. Here each of these is one file, and what the pages around the checkout need of it, without it, another.
 */
export function groups(): Rolldown.CodeSplittingGroup[] {
  let around: Set<string> | undefined;
  return Object.entries(wholes).flatMap(([whole, entry], index, all) => {
    let needed: Set<string> | undefined;
    const nameOf = (id: string, graph: Graph): string | null => {
      around ??= neededBy(pagesAround, graph, true);
      needed ??= neededBy([entry], graph);
      if (!needed.has(id)) return null;
      return around.has(id) ? `${whole}-around` : whole;
    };
    const group = (name: string, priority: number): Rolldown.CodeSplittingGroup => ({
      name: (id, graph) => (nameOf(id, graph) === name ? name : null),
      debugName: name,
      priority,
    });
    // Whoever comes first takes along what it imports.
    const priority = 2 * (all.length - index);
    return [group(`${whole}-around`, priority), group(whole, priority - 1)];
  });
}
