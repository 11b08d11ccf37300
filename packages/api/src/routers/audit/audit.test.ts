import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handleAuditExportRequest } from '../../server/handle-export';
import { type PeopleWorld, peopleWorld } from '../../testing/people-world';

let world: PeopleWorld;
let admin: Awaited<ReturnType<PeopleWorld['caller']>>;
let cookie: string;
beforeAll(async () => {
  world = await peopleWorld();
  cookie = await world.cookieOf(world.admin);
  admin = await world.caller(cookie);
  await admin.people.invite({ email: 'one@example.com', role: 'BUSINESS' });
  await admin.people.invite({ email: 'two@example.com', role: 'ENGINEER' });
});
afterAll(() => world.close());

describe('the audit log', () => {
  it('is filtered by person, action, subject and time, and has its place in the chain', async () => {
    const { events } = await admin.audit.list({ action: 'invitation.issued' });
    expect(events.map(({ action }) => action)).toEqual(['invitation.issued', 'invitation.issued']);
    const [newest, oldest] = events;
    expect(Number(newest?.sequence)).toBe(Number(oldest?.sequence) + 1);
    const count = async (filter: Parameters<typeof admin.audit.list>[0]) =>
      (await admin.audit.list({ action: 'invitation.issued', ...filter })).events.length;
    expect(await count({ actorId: world.admin.userId })).toBe(2);
    expect(await count({ actorId: '00000000-0000-4000-8000-000000000000' })).toBe(0);
    expect(await count({ subjectType: 'invitation', subjectId: newest?.subjectId ?? '' })).toBe(1);
    expect(await count({ from: newest?.at })).toBeGreaterThanOrEqual(1);
    expect(await count({ to: oldest?.at })).toBe(0);
    const past = new Date(Date.now() - 3_600_000);
    expect(await count({ from: past, to: new Date(Date.now() + 3_600_000) })).toBe(2);
    expect(await count({ to: past })).toBe(0);
  });

  it('says what it can be filtered by, each once', async () => {
    const { people, actions, subjectTypes } = await admin.audit.facets();
    expect(people).toEqual([{ id: world.admin.userId, name: 'First admin' }]);
    expect(actions).toEqual([...new Set(actions)].sort());
    expect(actions).toContain('invitation.issued');
    expect(subjectTypes).toContain('invitation');
  });

  it('is taken as CSV under the filter, and that it was is an event', async () => {
    const get = (as: string | null, input: string) =>
      handleAuditExportRequest(
        world.server,
        new Request(`http://web.example/api/audit/export?${new URLSearchParams({ input })}`, {
          headers: as ? { cookie: as } : {},
        }),
      );
    const answer = await get(cookie, JSON.stringify({ action: 'invitation.issued' }));
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="audit-log.csv"');
    const lines = (await text(answer.body as never)).trim().split('\r\n');
    expect(lines[0]).toMatch(/sequence,at,actor,action,subjectType,subjectId,data$/);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^\d+,\d{4}-.*Z,First admin,invitation.issued,invitation,/);
    const { events } = await admin.audit.list({ limit: 1 });
    expect(events[0]).toMatchObject({
      action: 'audit.exported',
      data: { filter: { action: 'invitation.issued' } },
    });
    expect((await get(cookie, '{"from":"some day"}')).status).toBe(400);
    expect((await get(null, '{}')).status).toBe(401);
    const business = await world.cookieOf(await world.person('BUSINESS'));
    expect((await get(business, '{}')).status).toBe(403);
  });

  it('is verified on request, up to its end or to where somebody was', async () => {
    const whole = await admin.audit.verify();
    expect(whole.faults).toEqual([]);
    expect(whole.intactUpTo).toBe(whole.head.sequence);
    expect(whole.checked).toBe(Number(whole.head.sequence));
    const { db } = world.database;
    await db.$transaction(async (tx) => {
      // Somebody with the database's password, and no use for its triggers.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRaw`UPDATE "AuditEvent" SET "actorName" = 'Nobody' WHERE sequence = 3`;
    });
    expect(await admin.audit.verify()).toMatchObject({
      intactUpTo: '2',
      faults: [{ kind: 'CONTENT', sequence: '3' }],
    });
  });
});
