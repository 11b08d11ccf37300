import { z } from 'zod';

/** The small text files that belong to a project's stack: path from the project's root (`config/app.env`) → text. */
export type TextFiles = Record<string, string>;

export const PROJECT_FILES_MAX = 50;
/** Of one file, in bytes of UTF-8. */
export const PROJECT_FILE_BYTES_MAX = 64 * 1024;
/** Of all files of a project together. */
export const PROJECT_FILES_BYTES_MAX = 512 * 1024;
export const PROJECT_FILE_PATH_MAX = 200;

/** What a path may break, in the order in which it is looked at. */
export const PATH_RULES = [
  'EMPTY',
  'TOO_LONG',
  'CONTROL',
  'OTHER_SYSTEM',
  'ADDRESS',
  'ABSOLUTE',
  'HOME',
  'WALKS_OUT',
  'NOT_NORMAL',
  'RESERVED',
] as const;
export type PathRule = (typeof PATH_RULES)[number];

/** And what a file or all of them may break beside that. */
export type FileRule = PathRule | 'FOLDER' | 'TOO_LARGE' | 'NO_TEXT' | 'TOO_MANY' | 'TOO_LARGE_TOGETHER';

export interface BrokenFileRule {
  rule: FileRule;
  /** Empty for what is wrong with all of them together. */
  path: string;
}

/** Names that Compose looks for by itself: the file in the editor is that file. */
const RESERVED = /^(docker-)?compose\.ya?ml$/i;

/** The rule that a path breaks; null: it is a file within the project, written the one way there is. Pure. */
export function brokenPathRule(path: string): PathRule | null {
  if (path.trim() === '') return 'EMPTY';
  if (path.length > PROJECT_FILE_PATH_MAX) return 'TOO_LONG';
  // Control and formatting characters, halves of a pair: a name may hold them only to deceive.
  if (/\p{C}/u.test(path)) return 'CONTROL';
  if (path.includes('\\') || /^[a-z]:/i.test(path)) return 'OTHER_SYSTEM';
  if (path.includes(':')) return 'ADDRESS';
  if (path.startsWith('/')) return 'ABSOLUTE';
  if (path.startsWith('~')) return 'HOME';
  const segments = path.split('/');
  if (segments.includes('..')) return 'WALKS_OUT';
  const isNormal = segments.every(
    (segment) => segment !== '' && segment !== '.' && segment === segment.trim(),
  );
  if (!isNormal || path !== path.normalize('NFC')) return 'NOT_NORMAL';
  return RESERVED.test(path) || segments.includes('__proto__') ? 'RESERVED' : null;
}

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** All that keeps files from being kept. Pure. */
export function brokenFileRules(files: TextFiles): BrokenFileRule[] {
  const entries = Object.entries(files);
  const found: BrokenFileRule[] = entries.length > PROJECT_FILES_MAX ? [{ rule: 'TOO_MANY', path: '' }] : [];
  let total = 0;
  for (const [path, text] of entries) {
    const size = bytesOf(text);
    total += size;
    const rules = [
      brokenPathRule(path),
      entries.some(([other]) => other.startsWith(`${path}/`)) ? ('FOLDER' as const) : null,
      size > PROJECT_FILE_BYTES_MAX ? ('TOO_LARGE' as const) : null,
      text.includes('\0') || /\p{Cs}/u.test(text) ? ('NO_TEXT' as const) : null,
    ];
    found.push(...rules.flatMap((rule) => (rule ? [{ rule, path }] : [])));
  }
  return total > PROJECT_FILES_BYTES_MAX ? [...found, { rule: 'TOO_LARGE_TOGETHER', path: '' }] : found;
}

const SAYS: Record<FileRule, string> = {
  EMPTY: 'cannot be a file of the project: a file needs a name.',
  TOO_LONG: `cannot be a file of the project: a path has at most ${PROJECT_FILE_PATH_MAX} characters.`,
  CONTROL: 'cannot be a file of the project: its name holds a character that cannot be seen.',
  OTHER_SYSTEM: 'cannot be a file of the project: it is a path of another system; folders are parted by "/".',
  ADDRESS: 'cannot be a file of the project: it is an address; leave ":" out.',
  ABSOLUTE: 'cannot be a file of the project: it is a path of the host; begin without "/".',
  HOME: 'cannot be a file of the project: it is somebody’s home folder.',
  WALKS_OUT: 'cannot be a file of the project: it leads out of the project with "..".',
  NOT_NORMAL:
    'cannot be a file of the project: write it the short way, without ".", "//" or spaces at an end.',
  RESERVED:
    'cannot be a file of the project: that name is reserved; what a Compose file says belongs into the editor.',
  FOLDER: 'is a file, and a folder of another one. Rename one of them.',
  TOO_LARGE: `is longer than ${PROJECT_FILE_BYTES_MAX / 1024} KiB. Keep large files in a volume.`,
  NO_TEXT: 'is no text: it holds NUL or half a character. Only UTF-8 text is kept.',
  TOO_MANY: `A project keeps at most ${PROJECT_FILES_MAX} files.`,
  TOO_LARGE_TOGETHER: `The files are longer than ${PROJECT_FILES_BYTES_MAX / 1024} KiB together. Keep large files in a volume.`,
};

/** All files of a project; a refusal names the rule and the path. */
export const projectFilesSchema = z.record(z.string(), z.string()).superRefine((files, context) => {
  for (const { rule, path } of brokenFileRules(files)) {
    const message = path === '' && rule !== 'EMPTY' ? SAYS[rule] : `"${shorten(path)}" ${SAYS[rule]}`;
    context.addIssue({ code: 'custom', path: path === '' ? [] : [path], message });
  }
});

function shorten(path: string): string {
  return path.length > 80 ? `${path.slice(0, 80)}…` : path;
}
