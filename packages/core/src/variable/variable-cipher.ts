import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DomainError } from '@jalon/contracts';

/** Seals and opens the value of one variable of one owner (see `ownerOf`). */
export interface VariableCipher {
  /** Ciphertext that opens for this owner and name only. Two seals of one value differ. */
  seal(owner: string, name: string, value: string): string;
  /** @throws DomainError INTERNAL when it was sealed for something else, under another key, or was altered */
  open(owner: string, name: string, ciphertext: string): string;
}

const FORMAT = 'v1';
const IV_BYTES = 12;

/**
 * AES-256-GCM under one key (32 bytes, derived from the installation secret for this purpose alone). The owner and
 * the name are bound as associated data, so a ciphertext cannot be moved to another variable.
 */
export function createVariableCipher(key: Uint8Array): VariableCipher {
  if (key.byteLength !== 32) throw new Error('The variables key must have 32 bytes');
  return {
    seal(owner, name, value) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      cipher.setAAD(associatedData(owner, name));
      const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
      return [FORMAT, iv, cipher.getAuthTag(), sealed].map(printPart).join('.');
    },
    open(owner, name, ciphertext) {
      const [format, iv, tag, sealed] = ciphertext.split('.');
      if (format !== FORMAT || !iv || !tag || sealed === undefined) throw unreadable(name);
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), {
          authTagLength: 16,
        });
        decipher.setAAD(associatedData(owner, name));
        decipher.setAuthTag(Buffer.from(tag, 'base64url'));
        return decipher.update(Buffer.from(sealed, 'base64url'), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw unreadable(name, cause);
      }
    },
  };
}

function associatedData(owner: string, name: string): Buffer {
  return Buffer.from(`jalon.variable\n${owner}\n${name}`, 'utf8');
}

function printPart(part: string | Buffer): string {
  return typeof part === 'string' ? part : part.toString('base64url');
}

function unreadable(name: string, cause?: unknown): DomainError {
  return new DomainError(
    'INTERNAL',
    `The secret ${name} cannot be opened with this installation's secret. Set it again.`,
    [],
    { cause },
  );
}
