import { fileNameSchema, UPLOAD_MAX_BYTES } from '@jalon/contracts';

export { UPLOAD_MAX_BYTES };

/** What keeps a file from being sent, by the name of its message; null for nothing. */
export function checkFile(file: { name: string; size: number }): 'badName' | 'tooLarge' | null {
  if (!fileNameSchema.safeParse(file.name).success) return 'badName';
  return file.size > UPLOAD_MAX_BYTES ? 'tooLarge' : null;
}
