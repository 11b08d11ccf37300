import { hash, verify } from '@node-rs/argon2';

/** argon2id; 64 MiB and 3 passes take about 60 ms on a small machine. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

let decoy: Promise<string> | undefined;

/** The argon2id hash to store for a password; it carries its own salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/**
 * True when the password fits the stored hash. With no hash (nobody has that e-mail) it does the same
 * work and answers false, so that the time taken does not tell who has an account.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const fits = await verify(stored ?? (await decoy), password);
  return stored !== null && fits;
}
