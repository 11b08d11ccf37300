import type { Clock, Principal, Role } from '@jalon/contracts';
import type { CoreContext } from '@jalon/core';
import { type TestDatabase, testDatabase } from '@jalon/db/testing';
import { createLogger } from '@jalon/logger';
import { createCaller } from '../caller';
import type { Services } from '../services';

/** A clock that a test moves by hand. */
export class HandClock implements Clock {
  constructor(private moment: Date) {}
  now(): Date {
    return this.moment;
  }
  set(moment: Date): void {
    this.moment = moment;
  }
  advanceDays(days: number): void {
    this.moment = new Date(this.moment.getTime() + days * 86_400_000);
  }
}

const PEOPLE = {
  admin: 'ADMIN',
  owner: 'BUSINESS',
  approver: 'BUSINESS',
  engineer: 'ENGINEER',
} as const satisfies Record<string, Role>;
export type Person = keyof typeof PEOPLE;

export interface PortfolioWorld {
  test: TestDatabase;
  clock: HandClock;
  core: CoreContext;
  people: Record<Person, Principal>;
  /** Calls the API as a person, or as nobody. */
  as(person: Person | null): ReturnType<typeof createCaller>;
  close(): Promise<void>;
}

/** None of the portfolio's procedures uses a service: one that did would fail here at once. */
const NO_SERVICES = new Proxy({} as Services, {
  get: (_target, name) => {
    throw new Error(`The portfolio uses no service, but asked for ${String(name)}`);
  },
});

/** A fresh database with four people, and the API in front of it. Call `close` in afterAll. */
export async function portfolioWorld(start = new Date('2026-06-15T10:00:00Z')): Promise<PortfolioWorld> {
  const test = await testDatabase();
  const clock = new HandClock(start);
  const core: CoreContext = { db: test.db, clock, logger: createLogger('test', { level: 'silent' }) };
  const people = {} as Record<Person, Principal>;
  for (const [key, role] of Object.entries(PEOPLE) as [Person, Role][]) {
    const name = `The ${key}`;
    const data = { email: `${key}@test.invalid`, name, role, passwordHash: 'none' };
    const { id } = await test.db.user.create({ data, select: { id: true } });
    people[key] = { userId: id, name, role };
  }
  return {
    test,
    clock,
    core,
    people,
    as: (person) =>
      createCaller({
        principal: person ? people[person] : null,
        session: person ? { id: 'test', email: `${person}@test.invalid`, locale: 'en' } : null,
        core,
        services: NO_SERVICES,
      }),
    close: () => test.close(),
  };
}

/**
 * Sets the world's clock to that of its database, which records history, and returns the moment: what is done
 * afterwards is recorded a millisecond later at least.
 */
export async function recordedMoment({ test, clock }: PortfolioWorld): Promise<Date> {
  const read = async (): Promise<Date> => {
    const [row] = await test.db.$queryRaw<{ now: Date }[]>`
      SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
    return row?.now ?? new Date(0);
  };
  const now = await read();
  while ((await read()) <= now);
  clock.set(now);
  return now;
}

/** A complete use case; a test overrides what it is about. */
export const NEW_USE_CASE = {
  title: 'Fewer bad loans',
  problemStatement: 'Twenty-eight loans in a hundred are not paid back.',
  expectedOutcome: 'Doubtful applications are refused before they cost anything.',
  businessUnit: 'Retail credit',
  benefitType: 'COST_REDUCTION' as const,
  feasibility: 4,
  risk: 2,
  tags: ['credit'],
};

export const NEW_ESTIMATE = {
  low: '900000',
  likely: '1600000',
  high: '2800000',
  rampUpMonths: 9,
  startDate: '2026-09-01',
  horizonYears: 3,
  oneOffCost: '320000',
  yearlyRunCost: '110000',
  assumptions: 'Counted on the back of an envelope.',
};

export const NEW_KPI = {
  name: 'Share of bad loans',
  unit: '%',
  direction: 'LOWER_IS_BETTER' as const,
  baseline: '28.2',
  target: '18',
  tolerance: '0.5',
  valuePerUnit: '240000',
  attribution: '0.8',
};

/** What an error of the API says: its domain code, and the fields it names. */
export async function failureOf(
  call: Promise<unknown>,
): Promise<{ code: string; paths: string[]; message: string }> {
  try {
    await call;
  } catch (error) {
    const { data, message } = error as {
      data?: { code: string; details: { path?: string }[] };
      message: string;
    };
    return {
      code: data?.code ?? 'NONE',
      paths: (data?.details ?? []).map((detail) => detail.path ?? ''),
      message,
    };
  }
  return { code: 'OK', paths: [], message: '' };
}
