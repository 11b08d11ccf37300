import { SessionReader } from '@jalon/auth';
import { signIn } from '@jalon/core/people';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { createCaller } from '../../caller';
import { outcome, PASSWORD, type PeopleWorld, peopleWorld } from '../../testing/people-world';

const LIMIT_MS = 5000;

let world: PeopleWorld;
let admin: ReturnType<typeof createCaller>;
beforeAll(async () => {
  world = await peopleWorld();
  admin = await world.caller(await world.cookieOf(world.admin));
});
afterAll(() => world.close());

/** What an admin or the person does that must end the person's sessions. */
const ENDINGS: Record<string, (userId: string, cookie: string) => Promise<unknown>> = {
  'being locked out': (userId) => admin.people.disable({ userId }),
  'a new role': (userId) => admin.people.changeRole({ userId, role: 'ENGINEER' }),
  'signing out': async (_userId, cookie) => {
    const { session } = await world.server.createContext(cookie);
    await world.server.authOptions.events?.signOut?.({ token: { sid: session?.id }, session: {} as never });
  },
};

describe('a live session ends', () => {
  it.each(Object.entries(ENDINGS))('with %s, within five seconds, open streams too', async (_what, end) => {
    const person = await world.person('BUSINESS');
    const cookie = await world.cookieOf(person);
    // Seen just now, so the answer is in the cache: the announcement must get it out.
    expect(await world.whoIs(cookie)).toBe(person.userId);
    const { session, services } = await world.server.createContext(cookie);
    const stop = new AbortController();
    const ended = services.watchSession(session?.id ?? '', stop.signal);
    await end(person.userId, cookie);
    await vi.waitFor(async () => expect(await world.whoIs(cookie)).toBeNull(), { timeout: LIMIT_MS });
    await vi.waitFor(() => expect(ended.aborted).toBe(true), { timeout: LIMIT_MS });
    stop.abort();
    expect(await outcome((await world.caller(cookie)).session.me())).toBe('UNAUTHENTICATED');
  });

  it('when a password changes: the others at once, this one stays', async () => {
    const person = await world.person('BUSINESS');
    const [here, elsewhere] = [await world.cookieOf(person), await world.cookieOf(person)];
    expect(await world.whoIs(elsewhere)).toBe(person.userId);
    const caller = await world.caller(here);
    const wrong = caller.session.changePassword({
      currentPassword: 'not it',
      newPassword: 'another long sentence',
    });
    expect(await outcome(wrong)).toBe('VALIDATION');
    await caller.session.changePassword({ currentPassword: PASSWORD, newPassword: 'another long sentence' });
    await vi.waitFor(async () => expect(await world.whoIs(elsewhere)).toBeNull(), { timeout: LIMIT_MS });
    expect(await world.whoIs(here)).toBe(person.userId);
    expect(await outcome(world.cookieOf(person, PASSWORD))).toBe('UNAUTHENTICATED');
    expect(await outcome(world.cookieOf(person, 'another long sentence'))).toBe('OK');
  });

  it('when its time is over', async () => {
    const cookie = await world.cookieOf(await world.person('BUSINESS'));
    const { session } = await world.server.createContext(cookie);
    const past = new Date(Date.now() - 1000);
    await world.database.db.session.update({ where: { id: session?.id }, data: { expiresAt: past } });
    const later = new SessionReader({
      db: world.database.db,
      clock: { now: () => new Date() },
      key: Buffer.alloc(32),
    });
    expect(await later.find(session?.id ?? '')).toBeNull();
  });

  it('even when no announcement arrives: no answer is older than five seconds', async () => {
    let now = new Date();
    const { db } = world.database;
    const deaf = new SessionReader({ db, clock: { now: () => now }, key: Buffer.alloc(32) });
    const { email, userId } = await world.person('BUSINESS');
    const { sessionId } = await signIn(world.core, { email, password: PASSWORD, userAgent: '' });
    expect((await deaf.find(sessionId))?.principal.userId).toBe(userId);
    await db.session.delete({ where: { id: sessionId } });
    expect(await deaf.find(sessionId)).not.toBeNull();
    now = new Date(now.getTime() + LIMIT_MS);
    expect(await deaf.find(sessionId)).toBeNull();
  });
});

describe('signing in', () => {
  it('says the same for a wrong password, an unknown e-mail and a locked-out person', async () => {
    const person = await world.person('BUSINESS');
    await admin.people.disable({ userId: person.userId });
    const attempts = [
      { email: world.admin.email, password: 'wrong wrong wrong' },
      { email: 'nobody@example.com', password: PASSWORD },
      { email: person.email, password: PASSWORD },
    ];
    const messages = await Promise.all(
      attempts.map((attempt) =>
        signIn(world.core, { ...attempt, userAgent: '' }).catch((error: Error) => error.message),
      ),
    );
    expect(new Set(messages)).toEqual(new Set(['Wrong e-mail or password.']));
  });

  it('never keeps or returns a password', async () => {
    const rows = await world.database.db.user.findMany();
    expect(rows.every((row) => row.passwordHash.startsWith('$argon2id$v=19$m=65536,t=3,p=1$'))).toBe(true);
    const { people } = await admin.people.list();
    expect(JSON.stringify(people)).not.toMatch(/argon2|password/i);
  });
});

describe('the set-up link', () => {
  it('makes nobody an admin once there is one', async () => {
    const nobody = await world.caller(null);
    const token = 'x'.repeat(43);
    const input = { token, email: 'intruder@example.com', name: 'Intruder', password: PASSWORD };
    expect(await outcome(nobody.session.completeSetup(input))).toBe('LINK_EXPIRED');
    expect(await nobody.session.readSetup({ token })).toEqual({ open: false });
    expect(await nobody.session.setupStatus()).toEqual({ needsSetup: false });
  });
});
