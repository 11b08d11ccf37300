import type { ServiceRoute } from './route-table';

/**
 * Shares requests out among the containers of a service, each in its turn. Gives the route with its target chosen, and the
 * other targets to try when that one takes no connection.
 */
export function createTurns(paths = 1_000): (path: string, route: ServiceRoute) => ServiceRoute {
  const turns = new Map<string, number>();
  return (path, route) => {
    const { targetHosts } = route;
    if (targetHosts.length < 2) return route;
    const turn = turns.get(path) ?? 0;
    if (turns.size >= paths) turns.clear();
    turns.set(path, (turn + 1) % 1_000_000);
    const first = turn % targetHosts.length;
    const inTurn = [...targetHosts.slice(first), ...targetHosts.slice(0, first)];
    return { ...route, targetHost: inTurn[0] ?? route.targetHost, targetHosts: inTurn };
  };
}
