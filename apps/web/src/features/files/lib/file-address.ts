import type { FileRef } from '@jalon/contracts';

/** Where a file of a volume is read from and sent to. */
export function fileAddress(ref: FileRef): string {
  return `/api/files?${new URLSearchParams(ref)}`;
}
