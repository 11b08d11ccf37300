import { randomBytes } from 'node:crypto';

/** A password of 192 bits, safe in an address and in a shell: letters, digits, dash and underscore. */
export function generateSecret(): string {
  return randomBytes(24).toString('base64url');
}
