import {
  type BrokenFileRule,
  brokenFileRules,
  brokenPathRule,
  type FileRule,
  PROJECT_FILE_BYTES_MAX,
  PROJECT_FILES_MAX,
  type TextFiles,
} from '@jalon/contracts';

/** What keeps a chosen file from being read, beside the rules for every file of a project. */
export type UploadRule = FileRule | 'UNREADABLE' | 'TWICE';

export interface Upload {
  texts: TextFiles;
  /** Files that cannot be added, by name; with one of them none is. An empty name: all of them together. */
  refused: { name: string; rule: UploadRule }[];
}

/** Reads chosen files as texts under their own names. What is too large or too many is not read. */
export async function readUpload(picked: readonly File[]): Promise<Upload> {
  if (picked.length > PROJECT_FILES_MAX) return { texts: {}, refused: [{ name: '', rule: 'TOO_MANY' }] };
  // Names come as a system writes them: one that parts letters from their accents is put together.
  const named = picked.map((file) => ({ file, name: file.name.normalize('NFC') }));
  const read = await Promise.all(named.map(({ file, name }) => readOne(file, name)));
  const texts = new Map<string, string>();
  const refused: Upload['refused'] = [];
  for (const [index, found] of read.entries()) {
    const name = named[index]?.name ?? '';
    if (typeof found !== 'string') refused.push({ name, rule: found.rule });
    else if (texts.has(name)) refused.push({ name, rule: 'TWICE' });
    else texts.set(name, found);
  }
  return { texts: Object.fromEntries(texts), refused };
}

/** The text of a file, or the rule that it breaks. */
async function readOne(file: File, name: string): Promise<string | { rule: UploadRule }> {
  const rule = brokenPathRule(name);
  if (rule) return { rule };
  if (file.size > PROJECT_FILE_BYTES_MAX) return { rule: 'TOO_LARGE' };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    // A folder that was dropped, or a file that is gone by now.
    return { rule: 'UNREADABLE' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? { rule: 'NO_TEXT' } : text;
  } catch {
    return { rule: 'NO_TEXT' };
  }
}

/** Names that a file of the project has already, with another text. Pure. */
export function takenNames(files: TextFiles, texts: TextFiles): string[] {
  return Object.keys(texts).filter((name) => Object.hasOwn(files, name) && files[name] !== texts[name]);
}

/** The files with what was chosen beside them or in their place, but for those that are kept as they are. Pure. */
export function withUploaded(files: TextFiles, texts: TextFiles, kept: ReadonlySet<string>): TextFiles {
  const added = Object.entries(texts).filter(([name]) => !kept.has(name));
  return { ...files, ...Object.fromEntries(added) };
}

/** What the files break with the chosen ones among them and did not break before. Pure. */
export function brokenByUpload(before: TextFiles, after: TextFiles): BrokenFileRule[] {
  const known = new Set(brokenFileRules(before).map(({ rule, path }) => `${rule} ${path}`));
  return brokenFileRules(after).filter(({ rule, path }) => !known.has(`${rule} ${path}`));
}
