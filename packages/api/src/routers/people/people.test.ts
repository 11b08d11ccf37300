import { ROLES } from '@jalon/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { createCaller } from '../../caller';
import { outcome, PASSWORD, type PeopleWorld, peopleWorld } from '../../testing/people-world';

type Caller = ReturnType<typeof createCaller>;

let world: PeopleWorld;
let admin: Caller;
beforeAll(async () => {
  world = await peopleWorld();
  admin = await world.caller(await world.cookieOf(world.admin));
});
afterAll(() => world.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';
const tokenOf = (link: string): string => link.split('/').at(-1) ?? '';
const accept = async (token: string) =>
  (await world.caller(null)).session.acceptInvitation({
    token,
    name: 'New',
    password: PASSWORD,
    locale: 'fr',
  });
let count = 0;
const freshEmail = (): string => `invited${++count}@example.com`;

/** Each procedure of the areas people and audit. */
const PROCEDURES: Record<string, (caller: Caller) => Promise<unknown>> = {
  'people.list': (caller) => caller.people.list(),
  'people.invite': (caller) => caller.people.invite({ email: freshEmail(), role: 'BUSINESS' }),
  'people.revokeInvitation': (caller) => caller.people.revokeInvitation({ invitationId: NOBODY }),
  'people.changeRole': (caller) => caller.people.changeRole({ userId: NOBODY, role: 'ADMIN' }),
  'people.disable': (caller) => caller.people.disable({ userId: NOBODY }),
  'people.enable': (caller) => caller.people.enable({ userId: NOBODY }),
  'audit.list': (caller) => caller.audit.list({}),
  'audit.facets': (caller) => caller.audit.facets(),
  'audit.verify': (caller) => caller.audit.verify(),
};

describe('who may do what to people', () => {
  it.each(Object.entries(PROCEDURES))('%s is an admin’s alone', async (_name, call) => {
    for (const role of ROLES) {
      const caller = await world.caller(await world.cookieOf(await world.person(role)));
      const code = await outcome(call(caller));
      expect(code).toEqual(role === 'ADMIN' ? expect.stringMatching(/^(OK|NOT_FOUND)$/) : 'FORBIDDEN');
    }
    expect(await outcome(call(await world.caller(null)))).toBe('UNAUTHENTICATED');
  });
});

describe('an invitation', () => {
  it('makes an account with the role it carries, which can sign in', async () => {
    const email = freshEmail();
    const { link, expiresAt } = await admin.people.invite({ email: email.toUpperCase(), role: 'ENGINEER' });
    expect(link).toMatch(/^http:\/\/web\.example\/invite\/[\w-]{43}$/);
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    const made = await accept(tokenOf(link));
    expect(made.email).toBe(email);
    const caller = await world.caller(await world.cookieOf(made));
    expect(await caller.session.me()).toMatchObject({ role: 'ENGINEER', name: 'New', locale: 'fr', email });
  });

  it('works once, also when it is used twice at the same moment', async () => {
    const { link } = await admin.people.invite({ email: freshEmail(), role: 'BUSINESS' });
    const both = await Promise.all([outcome(accept(tokenOf(link))), outcome(accept(tokenOf(link)))]);
    expect(both.sort()).toEqual(['LINK_EXPIRED', 'OK']);
    expect(await outcome(accept(tokenOf(link)))).toBe('LINK_EXPIRED');
  });

  it('stops working when it has expired, was revoked, or was replaced', async () => {
    const expired = await admin.people.invite({ email: freshEmail(), role: 'BUSINESS' });
    await world.database.db.invitation.update({
      where: { id: expired.invitationId },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    const revoked = await admin.people.invite({ email: freshEmail(), role: 'BUSINESS' });
    await admin.people.revokeInvitation({ invitationId: revoked.invitationId });
    const email = freshEmail();
    const replaced = await admin.people.invite({ email, role: 'ADMIN' });
    await admin.people.invite({ email, role: 'BUSINESS' });
    const nobody = await world.caller(null);
    for (const { link } of [expired, revoked, replaced]) {
      expect(await nobody.session.readInvitation({ token: tokenOf(link) })).toBeNull();
      expect(await outcome(accept(tokenOf(link)))).toBe('LINK_EXPIRED');
    }
  });

  it('is not issued to somebody who has an account', async () => {
    const { email } = await world.person('BUSINESS');
    expect(await outcome(admin.people.invite({ email, role: 'ADMIN' }))).toBe('CONFLICT');
  });

  it('leaves no trace of its secret in the database or the audit log', async () => {
    const { link, invitationId } = await admin.people.invite({ email: freshEmail(), role: 'BUSINESS' });
    const row = await world.database.db.invitation.findUniqueOrThrow({ where: { id: invitationId } });
    const { events } = await admin.audit.list({});
    expect(JSON.stringify([row, events])).not.toContain(tokenOf(link));
    expect(events[0]).toMatchObject({ action: 'invitation.issued', actorName: 'First admin' });
  });
});

describe('the last admin', () => {
  it('cannot be locked out or given another role, by themselves or at all', async () => {
    const { userId } = world.admin;
    expect(await outcome(admin.people.disable({ userId }))).toBe('CONFLICT');
    expect(await outcome(admin.people.changeRole({ userId, role: 'BUSINESS' }))).toBe('CONFLICT');
  });

  it('stays when the last two lock each other out at the same moment', async () => {
    const alone = await peopleWorld();
    try {
      const other = await alone.person('ADMIN');
      const [first, second] = await Promise.all([
        alone.caller(await alone.cookieOf(alone.admin)),
        alone.caller(await alone.cookieOf(other)),
      ]);
      const codes = await Promise.all([
        outcome(first.people.disable({ userId: other.userId })),
        outcome(second.people.disable({ userId: alone.admin.userId })),
      ]);
      expect(codes.sort()).toEqual(['CONFLICT', 'OK']);
      expect(await alone.database.db.user.count({ where: { role: 'ADMIN', disabledAt: null } })).toBe(1);
    } finally {
      await alone.close();
    }
  });
});

describe('letting somebody in again', () => {
  it('opens the door that was shut, and both are in the audit log', async () => {
    const person = await world.person('BUSINESS');
    await admin.people.disable({ userId: person.userId });
    expect(await outcome(world.cookieOf(person))).toBe('UNAUTHENTICATED');
    await admin.people.enable({ userId: person.userId });
    expect(await world.whoIs(await world.cookieOf(person))).toBe(person.userId);
    const { events } = await admin.audit.list({ subjectType: 'person', limit: 20 });
    const actions = events.filter((event) => event.subjectId === person.userId).map((event) => event.action);
    expect(actions).toEqual([
      'session.opened',
      'person.enabled',
      'session.refused',
      'person.disabled',
      'invitation.accepted',
    ]);
  });
});

describe('the audit log', () => {
  it('is read page by page, newest first, without a gap', async () => {
    const first = await admin.audit.list({ limit: 3 });
    const second = await admin.audit.list({ limit: 3, before: first.next ?? '' });
    const ids = [...first.events, ...second.events].map((event) => BigInt(event.id));
    expect(ids).toHaveLength(6);
    expect(ids).toEqual([...ids].sort((one, other) => (one < other ? 1 : -1)));
    expect(new Set(ids).size).toBe(6);
  });

  it('cannot be rewritten, not even with the database’s password', async () => {
    const { db } = world.database;
    await expect(db.$executeRaw`UPDATE "AuditEvent" SET action = 'nothing'`).rejects.toThrow();
    await expect(db.$executeRaw`DELETE FROM "AuditEvent"`).rejects.toThrow();
  });
});
