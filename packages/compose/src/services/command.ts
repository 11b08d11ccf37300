import { shellSplit } from '../units/shell-split';
import type { Problems } from '../yaml/problems';
import { readTexts } from '../yaml/read';
import { isNull, type TreeNode } from '../yaml/tree';

/** `command` and `entrypoint`: a text is split into arguments, a list is taken as it is; null: the image's own. */
export function readCommand(node: TreeNode, problems: Problems): string[] | null {
  if (isNull(node)) return null;
  if (node.kind !== 'scalar') {
    if (node.kind === 'list') return readTexts(node, problems);
    problems.error(node, 'Expected a command line, or a list of its arguments.');
    return null;
  }
  const words = shellSplit(node.text);
  if (words) return words;
  problems.error(node, 'A quote in this command is never closed. Close it, or write the command as a list.');
  return null;
}
