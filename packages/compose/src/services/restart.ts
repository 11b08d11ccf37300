import type { ServiceModel } from '@jalon/contracts';
import type { Problems } from '../yaml/problems';
import { readText } from '../yaml/read';
import type { TreeNode } from '../yaml/tree';

/** `restart`; YAML reads an unquoted `no` as a text or as false, both mean the same. */
export function readRestart(node: TreeNode, problems: Problems): ServiceModel['restart'] {
  const text = readText(node, problems);
  if (text === null || text === 'no' || text === 'false') return 'no';
  if (text === 'always' || text === 'unless-stopped' || text === 'on-failure') return text;
  if (/^on-failure:\d+$/.test(text)) {
    problems.warn(node, 'The number of attempts after "on-failure" has no effect.');
    return 'on-failure';
  }
  problems.error(node, `"${text}" is no restart policy. Write no, always, on-failure or unless-stopped.`);
  return 'no';
}
