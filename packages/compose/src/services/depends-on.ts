import type { DependencyModel } from '@jalon/contracts';
import type { Problems } from '../yaml/problems';
import { readBoolean, readMap, readText } from '../yaml/read';
import { isNull, type MapNode, type TreeNode } from '../yaml/tree';

const CONDITIONS = ['service_started', 'service_healthy', 'service_completed_successfully'] as const;
const started = (): DependencyModel => ({ condition: 'service_started', restart: false, required: true });

/** `depends_on`, as list of names or map of conditions. */
export function readDependsOn(node: TreeNode, problems: Problems): Record<string, DependencyModel> {
  const dependencies: Record<string, DependencyModel> = {};
  if (isNull(node)) return dependencies;
  if (node.kind === 'list') {
    for (const item of node.items) {
      const name = readText(item, problems);
      if (name !== null && name !== '__proto__') dependencies[name] = started();
    }
    return dependencies;
  }
  const map = readMap(node, problems, 'a list of services, or a map "service: {condition: service_healthy}"');
  for (const { key, value } of map?.entries ?? []) {
    const options = isNull(value) ? null : readMap(value, problems, '"condition: service_healthy"');
    dependencies[key] = options ? readDependency(options, problems) : started();
  }
  return dependencies;
}

function readDependency(map: MapNode, problems: Problems): DependencyModel {
  const dependency = started();
  for (const { key, at, value } of map.entries) {
    if (key === 'condition') {
      const text = readText(value, problems);
      const condition = CONDITIONS.find((known) => known === text);
      if (condition) dependency.condition = condition;
      else problems.error(value, `"${text}" is no condition. Write ${CONDITIONS.join(', ')}.`);
    } else if (key === 'restart') dependency.restart = readBoolean(value, problems) ?? false;
    else if (key === 'required') dependency.required = readBoolean(value, problems) ?? true;
    else problems.error(at, `"${key}" is no key of a dependency. Known: condition, restart, required.`);
  }
  return dependency;
}
