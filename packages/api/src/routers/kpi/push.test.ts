import { createPushLimiter } from '@jalon/auth';
import { PUSH_BYTES_MAX } from '@jalon/contracts';
import { createLogger } from '@jalon/logger';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handleSamplesRequest, type SamplesServer } from '../../server/handle-samples';
import {
  failureOf,
  NEW_KPI,
  NEW_USE_CASE,
  type PortfolioWorld,
  portfolioWorld,
} from '../../testing/portfolio-world';

const PER_MINUTE = 8;
let world: PortfolioWorld;
let server: SamplesServer;
beforeAll(async () => {
  world = await portfolioWorld();
});
beforeEach(() => {
  server = {
    createContext: async () => ({ core: world.core, principal: null, session: null, services: {} as never }),
    pushes: createPushLimiter(PER_MINUTE),
    logger: createLogger('test', { level: 'silent' }),
  };
});
afterAll(() => world.close());

async function withToken(scope: 'use-case' | 'kpi' = 'use-case') {
  const owner = world.as('owner');
  const { id: useCaseId } = await owner.useCase.create(NEW_USE_CASE);
  const { id: kpiId } = await owner.kpi.create({ useCaseId, kpi: NEW_KPI });
  const other = await owner.kpi.create({ useCaseId, kpi: { ...NEW_KPI, name: 'Second one' } });
  const made = await owner.kpi.createToken({
    useCaseId,
    kpiId: scope === 'kpi' ? kpiId : null,
    name: 'Nightly export',
    days: 30,
  });
  return { useCaseId, kpiId, otherId: other.id, ...made };
}

async function push(token: string | null, kpi: string, body: unknown, raw = false) {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const request = new Request(`http://jalon.test/api/v1/kpis/${kpi}/samples`, {
    method: 'POST',
    headers,
    body: raw ? String(body) : JSON.stringify(body),
  });
  const response = await handleSamplesRequest(server, request, kpi);
  const answer = (await response.json()) as {
    stored?: number;
    known?: number;
    error?: { code: string; message: string; details: { path: string }[] };
  };
  return {
    status: response.status,
    headers: response.headers,
    ...answer,
    paths: answer.error?.details.map(({ path }) => path),
  };
}

const samplesOf = async (useCaseId: string) =>
  (await world.as('owner').kpi.list({ useCaseId }))
    .find(({ key }) => key === 'share-of-bad-loans')
    ?.samples.map(({ value, source, at }) => [at.toISOString(), value, source]);

describe('samples that a machine pushes', () => {
  it('are stored, one or many, by key or id, once however often they are sent', async () => {
    const { token, useCaseId, kpiId } = await withToken();
    const one = { at: '2026-06-01T06:00:00+02:00', value: 23.4 };
    expect(await push(token, 'share-of-bad-loans', one)).toMatchObject({ status: 201, stored: 1, known: 0 });
    expect(await push(token, 'share-of-bad-loans', one)).toMatchObject({ status: 200, stored: 0, known: 1 });
    const many = [one, { at: '2026-06-02', value: '22.123456' }];
    expect(await push(token, kpiId, { samples: many })).toMatchObject({ status: 201, stored: 1, known: 1 });
    expect(await samplesOf(useCaseId)).toEqual([
      ['2026-06-01T04:00:00.000Z', '23.4', 'API'],
      ['2026-06-02T00:00:00.000Z', '22.123456', 'API'],
    ]);
    const history = await world.as('owner').useCase.history({ useCaseId });
    expect(history.filter(({ action }) => action === 'kpi.pushed')).toMatchObject([
      { actorName: 'The owner', data: { stored: 1, known: 1, token: 'Nightly export' } },
      { data: { stored: 1, known: 0 } },
    ]);
    const [listed] = await world.as('owner').kpi.tokens({ useCaseId });
    expect(listed).toMatchObject({ state: 'ACTIVE', lastUsedAt: world.clock.now(), kpi: null });
  });

  it('need a token that works: unknown, revoked, expired, or of somebody who was locked out is 401', async () => {
    const { token, id, useCaseId } = await withToken();
    const sample = { at: '2026-06-01', value: 1 };
    const anonymous = await push(null, 'share-of-bad-loans', sample);
    expect(anonymous.status).toBe(401);
    expect(anonymous.headers.get('www-authenticate')).toContain('Bearer');
    expect((await push('jalon_kpi_wrong', 'share-of-bad-loans', sample)).status).toBe(401);
    world.clock.advanceDays(31);
    expect(await push(token, 'share-of-bad-loans', sample)).toMatchObject({
      status: 401,
      error: { message: /expired/ },
    });
    world.clock.advanceDays(-31);
    const owner = { where: { id: world.people.owner.userId } };
    await world.test.db.user.update({ ...owner, data: { disabledAt: world.clock.now() } });
    expect((await push(token, 'share-of-bad-loans', sample)).status).toBe(401);
    await world.test.db.user.update({ ...owner, data: { disabledAt: null } });
    await world.as('owner').kpi.revokeToken({ tokenId: id });
    expect(await push(token, 'share-of-bad-loans', sample)).toMatchObject({
      status: 401,
      error: { message: /revoked/ },
    });
    expect(await samplesOf(useCaseId)).toEqual([]);
    expect((await failureOf(world.as('owner').kpi.revokeToken({ tokenId: id }))).code).toBe('NOT_FOUND');
  });

  it('reach no further than their token: 403, and 404 within its reach', async () => {
    const [wide, narrow] = [await withToken(), await withToken('kpi')];
    const sample = { at: '2026-06-01', value: 1 };
    expect((await push(wide.token, narrow.kpiId, sample)).status).toBe(403);
    expect((await push(narrow.token, 'second-one', sample)).status).toBe(403);
    expect((await push(narrow.token, narrow.otherId, sample)).status).toBe(403);
    expect(await push(wide.token, 'no-such', sample)).toMatchObject({
      status: 404,
      error: { message: /second-one/ },
    });
    expect((await push(narrow.token, 'share-of-bad-loans', sample)).status).toBe(201);
    // Its maker no longer owns the use case.
    const ownerId = world.people.approver.userId;
    await world.test.db.useCase.update({ where: { id: wide.useCaseId }, data: { ownerId } });
    expect((await push(wide.token, 'share-of-bad-loans', sample)).status).toBe(403);
  });

  it('are refused whole when a field is wrong, which is named: 422, and 409 for another value', async () => {
    const { token, useCaseId } = await withToken();
    const to = (body: unknown, raw = false) => push(token, 'share-of-bad-loans', body, raw);
    expect(await to('{"at": ', true)).toMatchObject({ status: 422, paths: ['body'] });
    expect(await to({ at: '2026-06-01', value: 'good' })).toMatchObject({ status: 422, paths: ['value'] });
    const good = { at: '2026-06-01', value: 1 };
    expect(await to([good, { at: 'yesterday', value: 1 }])).toMatchObject({
      status: 422,
      paths: ['samples.1.at'],
    });
    expect(await to([good, { at: '2027-06-01', value: 1 }])).toMatchObject({
      status: 422,
      paths: ['samples.1.at'],
    });
    expect(await to([good, { ...good, value: 2 }])).toMatchObject({ status: 422, paths: ['samples.1.at'] });
    expect(await samplesOf(useCaseId)).toEqual([]);
    expect((await to(good)).status).toBe(201);
    expect(await to({ ...good, value: 2 })).toMatchObject({ status: 409, paths: ['value'] });
    expect(await samplesOf(useCaseId)).toHaveLength(1);
  });

  it('are bounded in size and in number: 413 and 429, with the seconds to wait', async () => {
    const { token } = await withToken();
    expect((await push(token, 'share-of-bad-loans', ' '.repeat(PUSH_BYTES_MAX + 1), true)).status).toBe(413);
    let last = await push(token, 'share-of-bad-loans', []);
    expect(last.status).toBe(422);
    for (let sent = 2; sent <= PER_MINUTE; sent += 1) last = await push(token, 'share-of-bad-loans', []);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a token', () => {
  it('is stored as its hash, and made by who may write the KPIs', async () => {
    const { token, id, useCaseId } = await withToken();
    const row = await world.test.db.kpiToken.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(await world.as('owner').kpi.tokens({ useCaseId }))).not.toContain(token);
    for (const person of ['approver', 'engineer'] as const) {
      const { kpi } = world.as(person);
      const input = { useCaseId, kpiId: null, name: 'Mine', days: 30 };
      expect((await failureOf(kpi.createToken(input))).code).toBe('FORBIDDEN');
      expect((await failureOf(kpi.tokens({ useCaseId }))).code).toBe('FORBIDDEN');
      expect((await failureOf(kpi.revokeToken({ tokenId: id }))).code).toBe('FORBIDDEN');
    }
    const foreign = await withToken();
    const mixed = { useCaseId, kpiId: foreign.kpiId, name: 'Mixed', days: 30 };
    expect((await failureOf(world.as('owner').kpi.createToken(mixed))).code).toBe('NOT_FOUND');
  });
});
