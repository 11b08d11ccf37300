import { readFileSync } from 'node:fs';
import { z } from 'zod';

const MINIMUM_BYTES = 32;

/** The two ways to give the installation secret. Use with `resolveSecret`. */
export const secretFields = {
  JALON_SECRET: z.string().optional(),
  JALON_SECRET_FILE: z.string().optional(),
};

export interface SecretFields {
  JALON_SECRET?: string | undefined;
  JALON_SECRET_FILE?: string | undefined;
}

type Refine = { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void };

/** The secret itself, from the variable or its file; reports what is wrong as an issue of the schema. */
export function resolveSecret(fields: SecretFields, context: Refine): string {
  const refuse = (path: string, message: string): string => {
    context.addIssue({ code: 'custom', path: [path], message });
    return '';
  };
  const { JALON_SECRET: inline, JALON_SECRET_FILE: file } = fields;
  if (inline && file) return refuse('JALON_SECRET', 'give it or JALON_SECRET_FILE, not both');
  if (!inline && !file)
    return refuse('JALON_SECRET', 'is required (or JALON_SECRET_FILE): make one with `openssl rand -hex 32`');
  const name = inline ? 'JALON_SECRET' : 'JALON_SECRET_FILE';
  const secret = inline ?? readSecretFile(file ?? '');
  if (secret === null) return refuse(name, `cannot be read: ${file}`);
  if (Buffer.byteLength(secret) < MINIMUM_BYTES)
    return refuse(name, `must hold at least ${MINIMUM_BYTES} bytes`);
  return secret;
}

function readSecretFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
