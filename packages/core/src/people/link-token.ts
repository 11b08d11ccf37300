import { createHash, randomBytes } from 'node:crypto';

const DAY_MS = 24 * 60 * 60 * 1000;
export const INVITATION_LIFETIME_MS = 7 * DAY_MS;
export const SETUP_LIFETIME_MS = DAY_MS;

/** A new secret, for a one-time link or a bearer: give `token` away once, store `tokenHash`. */
export function createLinkToken(prefix = ''): { token: string; tokenHash: string } {
  const token = prefix + randomBytes(32).toString('base64url');
  return { token, tokenHash: hashLinkToken(token) };
}

/** What is stored for a token; SHA-256 is enough because the token is 256 random bits. */
export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
