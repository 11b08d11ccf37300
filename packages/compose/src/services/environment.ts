import type { Problems } from '../yaml/problems';
import { readPairs } from '../yaml/read';
import type { TreeNode } from '../yaml/tree';

/**
 * `environment`, as list or map. A name without a value is taken from the environment's variables, as Compose takes
 * it from the shell; where they have none the container does not get it either, and a warning says so.
 */
export function readEnvironment(
  node: TreeNode,
  variables: Readonly<Record<string, string>>,
  problems: Problems,
): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const { name, value, at } of readPairs(node, problems)) {
    if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name) || name === '__proto__') {
      problems.error(at, `"${name}" is no name of a variable (letters, digits and "_", no digit first).`);
      continue;
    }
    const given = value ?? (Object.hasOwn(variables, name) ? variables[name] : undefined);
    if (given === undefined) {
      problems.warn(at, `Variable ${name} is passed on but not set, so the container does not get it.`);
      continue;
    }
    if (given.includes('\0')) problems.error(at, `The value of ${name} holds a zero byte.`);
    environment[name] = given;
  }
  return environment;
}

/** `labels`, as list or map; a name alone has an empty value. */
export function readLabels(node: TreeNode, problems: Problems): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const { name, value, at } of readPairs(node, problems)) {
    if (name === '' || name === '__proto__') problems.error(at, 'A label needs a name.');
    else labels[name] = value ?? '';
  }
  return labels;
}
