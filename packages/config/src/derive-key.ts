import { hkdfSync } from 'node:crypto';

/** What a key is for. One label each, so that no key can be used for another purpose. */
export type KeyPurpose = 'session' | 'stream' | 'variables' | 'gateway';

const KEY_BYTES = 32;

/** A 32-byte key made from the installation secret by HKDF-SHA256; the same input gives the same key. */
export function deriveKey(secret: string, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'jalon', purpose, KEY_BYTES));
}
