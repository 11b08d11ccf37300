import type { TextFiles } from '@jalon/contracts';

/** What is edited on the page of a stack. */
export interface DraftContent {
  text: string;
  files: TextFiles;
}

/** True when both say the same, whatever the order of their files. Pure. */
export function isSameContent(left: DraftContent, right: DraftContent): boolean {
  if (left.text !== right.text) return false;
  if (left.files === right.files) return true;
  const paths = Object.keys(left.files);
  return (
    paths.length === Object.keys(right.files).length &&
    paths.every((path) => Object.hasOwn(right.files, path) && left.files[path] === right.files[path])
  );
}

/** The files with one under another path; its old one is gone. Pure. */
export function withRenamed(files: TextFiles, from: string, to: string): TextFiles {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path === from ? to : path, text]));
}

/** The files without one. Pure. */
export function withoutFile(files: TextFiles, gone: string): TextFiles {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path !== gone));
}
