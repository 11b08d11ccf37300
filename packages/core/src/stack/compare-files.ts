import type { TextFiles, VariableChange } from '@jalon/contracts';

export interface ChangedFile {
  path: string;
  change: VariableChange;
  before: string;
  after: string;
}

/** Files that two sets do not have in common, by path. A file that is not there reads as empty. Pure. */
export function compareFiles(before: TextFiles, after: TextFiles): ChangedFile[] {
  const from = new Map(Object.entries(before));
  const to = new Map(Object.entries(after));
  return [...new Set([...from.keys(), ...to.keys()])].sort().flatMap((path) => {
    const [was, is] = [from.get(path), to.get(path)];
    if (was === is) return [];
    const change = was === undefined ? 'ADDED' : is === undefined ? 'REMOVED' : 'CHANGED';
    return [{ path, change, before: was ?? '', after: is ?? '' }];
  });
}
