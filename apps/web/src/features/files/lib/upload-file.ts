import type { FileRef } from '@jalon/contracts';
import { fileAddress } from './file-address';

/** Refused by the server, in its own words. */
export class UploadRefused extends Error {}

/**
 * Sends a file, telling how much of it is there (0 to 1).
 *
 * @throws UploadRefused with the server's message; Error when nobody answered
 */
export function uploadFile(ref: FileRef, file: File, onProgress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', fileAddress(ref));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else reject(new UploadRefused(messageOf(request.responseText)));
    });
    request.addEventListener('error', () => reject(new Error('nobody answered')));
    request.send(file);
  });
}

function messageOf(text: string): string {
  try {
    const body = JSON.parse(text) as { error?: { message?: unknown } };
    return typeof body.error?.message === 'string' ? body.error.message : text;
  } catch {
    return text;
  }
}
