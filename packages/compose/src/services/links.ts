import type { DependencyModel } from '@jalon/contracts';
import type { Problems } from '../yaml/problems';
import { readTexts } from '../yaml/read';
import type { TreeNode } from '../yaml/tree';

/** `links`: services of a network find each other by name anyway, so what is left is the order of starting. */
export function readLinks(node: TreeNode, problems: Problems): Record<string, DependencyModel> {
  const dependencies: Record<string, DependencyModel> = {};
  for (const text of readTexts(node, problems)) {
    const [name = '', alias] = text.split(':', 2);
    if (alias !== undefined && alias !== name)
      problems.error(
        node,
        `Link "${text}" renames a service. Give ${name} the network alias "${alias}" instead.`,
      );
    if (name !== '__proto__')
      dependencies[name] = { condition: 'service_started', restart: false, required: true };
  }
  return dependencies;
}
