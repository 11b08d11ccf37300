import type { HealthcheckModel } from '@jalon/contracts';
import type { Problems } from '../yaml/problems';
import { readBoolean, readDuration, readInteger, readMap, readTexts } from '../yaml/read';
import { isNull, type TreeNode } from '../yaml/tree';

const KNOWN = 'test, interval, timeout, retries, start_period, disable';

/** `healthcheck` in Docker's own form. */
export function readHealthcheck(node: TreeNode, problems: Problems): HealthcheckModel | null {
  if (isNull(node)) return null;
  const map = readMap(node, problems, `a map with ${KNOWN}`);
  if (!map) return null;
  const check: HealthcheckModel = {
    test: [],
    intervalMs: null,
    timeoutMs: null,
    startPeriodMs: null,
    retries: null,
  };
  let disabled = false;
  for (const { key, at, value } of map.entries) {
    if (key === 'test') check.test = readTest(value, problems);
    else if (key === 'interval') check.intervalMs = readDuration(value, problems);
    else if (key === 'timeout') check.timeoutMs = readDuration(value, problems);
    else if (key === 'start_period') check.startPeriodMs = readDuration(value, problems);
    else if (key === 'retries') check.retries = readInteger(value, problems) || null;
    else if (key === 'disable') disabled = readBoolean(value, problems) ?? false;
    else if (key === 'start_interval') problems.warn(at, 'start_interval has no effect before engine 25.');
    else if (!key.startsWith('x-'))
      problems.error(at, `"${key}" is no key of a health check. Known: ${KNOWN}.`);
  }
  return disabled ? { ...check, test: ['NONE'] } : check;
}

function readTest(node: TreeNode, problems: Problems): string[] {
  const words = readTexts(node, problems);
  if (node.kind === 'scalar') return words.length > 0 ? ['CMD-SHELL', ...words] : [];
  const [kind] = words;
  if (kind === 'NONE' || ((kind === 'CMD' || kind === 'CMD-SHELL') && words.length > 1)) return words;
  problems.error(
    node,
    'A test given as a list begins with CMD or CMD-SHELL and goes on with the command, or is NONE.',
  );
  return [];
}
