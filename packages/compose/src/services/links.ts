import type { DependencyModel } from '@jalon/contracts';
import { readTexts } from '../yaml/read';
import type { TreeNode } from '../yaml/tree';
import type { ServiceContext } from './service';

/**
 * `links`: services of a network find each other by name anyway, so what is left is the order of starting, and the
 * alias, which every service of the network may use then.
 */
export function readLinks(
  node: TreeNode,
  { problems, extraNames }: ServiceContext,
): Record<string, DependencyModel> {
  const dependencies: Record<string, DependencyModel> = {};
  for (const item of node.kind === 'list' ? node.items : [node]) {
    for (const text of readTexts(item, problems)) {
      const [name = '', alias] = text.split(':', 2);
      if (name === '__proto__') continue;
      if (alias !== undefined) extraNames.ask(name, alias, item);
      dependencies[name] = { condition: 'service_started', restart: false, required: true };
    }
  }
  return dependencies;
}
