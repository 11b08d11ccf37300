import { randomBytes } from 'node:crypto';
import { type Principal, type Role, systemClock } from '@jalon/contracts';
import type { CoreContext } from '@jalon/core';
import { acceptInvitation, completeSetup, invitePerson, issueSetupToken } from '@jalon/core/people';
import { createDb } from '@jalon/db';
import { createLogger } from '@jalon/logger';
import { Refusal } from '../lib/fail.mjs';

export type SamplePersonKey = 'admin' | 'engineer' | 'owner' | 'approver' | 'operations' | 'commerce';

interface SamplePersonSpec {
  email: string;
  name: string;
  role: Role;
}

/** People are roles here, and nobody's name is made up. */
export const SAMPLE_PEOPLE: Record<SamplePersonKey, SamplePersonSpec> = {
  admin: { email: 'admin@jalon.example', name: 'Administrator', role: 'ADMIN' },
  engineer: { email: 'engineer@jalon.example', name: 'Data engineer', role: 'ENGINEER' },
  owner: { email: 'owner@jalon.example', name: 'Owner, Retail credit', role: 'BUSINESS' },
  approver: { email: 'approver@jalon.example', name: 'Approver, Finance', role: 'BUSINESS' },
  operations: { email: 'operations@jalon.example', name: 'Owner, Operations', role: 'BUSINESS' },
  commerce: { email: 'commerce@jalon.example', name: 'Owner, Commerce', role: 'BUSINESS' },
};

export interface SamplePerson extends Principal {
  email: string;
  password: string;
}

export type SamplePeople = Record<SamplePersonKey, SamplePerson>;

/**
 * Makes the sample people in an empty installation, the way real ones are made: set-up link, then invitations.
 * Those that exist are left as they are. `passwords` (e-mail → password) gains the ones that are made up.
 * Throws a Refusal when the installation belongs to other people.
 */
export async function ensureSamplePeople(
  databaseUrl: string,
  passwords: Record<string, string>,
): Promise<SamplePeople> {
  const db = createDb(databaseUrl);
  const context: CoreContext = { db, clock: systemClock, logger: createLogger('sample', { level: 'warn' }) };
  try {
    const admin = await ensureAdmin(context, passwords);
    const people: Partial<SamplePeople> = { admin };
    for (const key of Object.keys(SAMPLE_PEOPLE) as SamplePersonKey[]) {
      people[key] ??= await ensureInvited(context, admin, SAMPLE_PEOPLE[key], passwords);
    }
    return people as SamplePeople;
  } finally {
    await db.close();
  }
}

async function ensureAdmin(context: CoreContext, passwords: Record<string, string>): Promise<SamplePerson> {
  const spec = SAMPLE_PEOPLE.admin;
  const existing = await findPerson(context, spec, passwords);
  if (existing) return existing;
  const issued = await issueSetupToken(context);
  if (!issued) {
    throw new Refusal(
      'This installation has people of its own, and the demo needs an empty one. Give it another folder:\n\n' +
        '  npm run stop && JALON_HOME=.jalon-demo npm run demo\n',
    );
  }
  const password = newPassword(passwords, spec);
  const { userId } = await completeSetup(context, { token: issued.token, ...spec, password, locale: 'en' });
  return { ...spec, userId, password };
}

async function ensureInvited(
  context: CoreContext,
  admin: Principal,
  spec: SamplePersonSpec,
  passwords: Record<string, string>,
): Promise<SamplePerson> {
  const existing = await findPerson(context, spec, passwords);
  if (existing) return existing;
  const { token } = await invitePerson(context, admin, spec);
  const password = newPassword(passwords, spec);
  const { userId } = await acceptInvitation(context, { token, name: spec.name, password, locale: 'en' });
  return { ...spec, userId, password };
}

async function findPerson(
  context: CoreContext,
  spec: SamplePersonSpec,
  passwords: Record<string, string>,
): Promise<SamplePerson | null> {
  const row = await context.db.user.findUnique({ where: { email: spec.email }, select: { id: true } });
  if (!row) return null;
  const password = passwords[spec.email];
  if (!password)
    throw new Refusal(
      `${spec.email} exists, but its password is not in the local state: use an empty database.`,
    );
  return { ...spec, userId: row.id, password };
}

function newPassword(passwords: Record<string, string>, { email }: SamplePersonSpec): string {
  passwords[email] = randomBytes(12).toString('base64url');
  return passwords[email];
}
