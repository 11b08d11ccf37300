import { type Change, PERMISSIONS, type Role } from '@jalon/contracts';
import type { Sql } from '@jalon/db/sql';

/** A signed-in person, as far as the gateway is concerned. */
export interface Visitor {
  sessionId: string;
  userId: string;
  role: Role;
  locale: string;
}

export interface Sessions {
  /** Who holds this session; null when it is closed, too old, or its person is locked out. */
  find(sessionId: string): Promise<Visitor | null>;
  /** True when the person may open services of this project: a member, the use case's owner, or an admin. */
  mayOpen(visitor: Visitor, projectId: string): Promise<boolean>;
  /** Forgets what a change may have made untrue. */
  onChange(change: Change): void;
}

const SESSION = `
  SELECT s.id AS "sessionId", u.id AS "userId", u.role, u.locale
  FROM "Session" s JOIN "User" u ON u.id = s."userId"
  WHERE s.id = $1::uuid AND s."expiresAt" > now() AND u."disabledAt" IS NULL`;

const MEMBER = `
  SELECT 1 AS found FROM "Project" p JOIN "UseCase" c ON c.id = p."useCaseId"
  WHERE p.id = $1::uuid AND (c."ownerId" = $2::uuid
    OR EXISTS (SELECT 1 FROM "ProjectMember" m WHERE m."projectId" = p.id AND m."userId" = $2::uuid))`;

/** Reads sessions and memberships through a cache of at most `cacheMs`. */
export function createSessions(sql: Sql, cacheMs = 2_000, entries = 5_000): Sessions {
  const cache = new Map<string, { until: number; answer: Promise<unknown> }>();

  const cached = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const entry = cache.get(key);
    if (entry && entry.until > performance.now()) return entry.answer as Promise<T>;
    const answer = ask();
    const fresh = { until: performance.now() + cacheMs, answer };
    if (cache.size >= entries) cache.clear();
    cache.set(key, fresh);
    // A failure is not an answer: the next request asks again.
    answer.catch(() => cache.get(key) === fresh && cache.delete(key));
    return answer;
  };

  return {
    find: (sessionId) =>
      cached(`session ${sessionId}`, async () => (await sql.query<Visitor>(SESSION, [sessionId]))[0] ?? null),
    mayOpen: async (visitor, projectId) => {
      if (!PERMISSIONS[visitor.role]?.has('service:open')) return false;
      if (visitor.role === 'ADMIN') return true;
      return cached(`member ${visitor.userId} ${projectId}`, async () => {
        return (await sql.query(MEMBER, [projectId, visitor.userId])).length > 0;
      });
    },
    onChange: (change) => {
      if (change.topic === 'session' || change.topic === 'user' || change.topic === 'project') cache.clear();
    },
  };
}
