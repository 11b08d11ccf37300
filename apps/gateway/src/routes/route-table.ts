import type { Sql } from '@jalon/db/sql';

/** Where a service is, and what is known of it when it does not answer. */
export interface ServiceRoute {
  projectId: string;
  /** Empty while the service does not run. */
  targetHost: string;
  /** Every container that takes requests; `targetHost` among them. */
  targetHosts: string[];
  targetPort: number;
  stripPath: boolean;
  /** Docker's own word; null when no container was seen. */
  state: string | null;
  exitCode: number | null;
  /** Set while the engine does not answer: what is known of the service is from before. */
  engineAwaySince: Date | null;
}

export interface RouteTable {
  /** The route with this base path, or null. An answer is at most `cacheMs` old. */
  find(basePath: string): Promise<ServiceRoute | null>;
  /** Forgets every answer. */
  clear(): void;
}

const QUERY = `
  SELECT e."projectId", r."targetHost", r."targetHosts", r."targetPort", r."stripPath",
    s.state, s."exitCode", h."unreachableSince" AS "engineAwaySince"
  FROM "Route" r
  JOIN "Environment" e ON e.id = r."environmentId"
  JOIN "DockerHost" h ON h.id = e."hostId"
  LEFT JOIN "ServiceState" s ON s."environmentId" = r."environmentId" AND s.service = r.service
  WHERE r.path = $1`;

/** Reads routes through a short cache, so that a page of a hundred files costs one query. */
export function createRouteTable(sql: Sql, cacheMs = 2_000, entries = 1_000): RouteTable {
  const cache = new Map<string, { until: number; answer: Promise<ServiceRoute | null> }>();
  return {
    find(basePath) {
      const cached = cache.get(basePath);
      if (cached && cached.until > performance.now()) return cached.answer;
      const answer = sql.query<ServiceRoute>(QUERY, [basePath]).then((rows) => rows[0] ?? null);
      const entry = { until: performance.now() + cacheMs, answer };
      if (cache.size >= entries) cache.clear();
      cache.set(basePath, entry);
      // A failure is not an answer: the next request asks again.
      answer.catch(() => cache.get(basePath) === entry && cache.delete(basePath));
      return answer;
    },
    clear: () => cache.clear(),
  };
}
