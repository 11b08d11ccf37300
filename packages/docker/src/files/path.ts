import { DomainError } from '@jalon/contracts';

/** Written first, linked to its name when it is whole. Hidden from listings. */
export const UPLOAD_NAME = '.jalon-upload';

/**
 * A path inside a volume, checked: relative, no `..`, no empty or hidden part that would collide with an upload.
 * Throws VALIDATION.
 */
export function volumePath(name: string): string {
  const parts = name.split('/');
  const safe = parts.every((part) => part !== '' && part !== '.' && part !== '..' && part !== UPLOAD_NAME);
  // Control characters and backslashes are read differently by different programs.
  if (safe && name.length <= 1024 && !/[\p{Cc}\\]/u.test(name)) return name;
  throw new DomainError('VALIDATION', `“${name.slice(0, 100)}” is not the name of a file in a volume.`, [
    { path: 'name', message: 'must be a relative path without “..”' },
  ]);
}
