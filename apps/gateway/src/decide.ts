import type { IncomingMessage } from 'node:http';
import { authenticate, type Caller } from './access/authenticate';
import { comesFromOwnPages, mayChange } from './access/origin';
import type { Sessions } from './access/sessions';
import type { Forwarding } from './forward/target';
import type { Trouble } from './pages/messages';
import { parseAddress, type ServiceAddress } from './routes/address';
import type { RouteTable, ServiceRoute } from './routes/route-table';
import { createTurns } from './routes/take-turns';

export interface DecideOptions {
  sessions: Sessions;
  routes: RouteTable;
  sessionKey: Buffer;
  internalToken: string;
  /** Public address of the pages. */
  url: string;
  /** Public address of the gateway. */
  gatewayUrl: string;
}

/** Whose turn it is lasts as long as the process. */
const takeTurn = createTurns();

/** What is to be done with a request. */
export type Decision = { kind: 'forward'; caller: Caller; forwarding: Forwarding } | Refusal;

/** Why a request is not sent on, and what the caller is told instead. */
export type Refusal =
  | { kind: 'redirect'; location: string }
  | { kind: 'sign-in' }
  | {
      kind: 'trouble';
      trouble: Trouble;
      service?: string;
      route?: ServiceRoute;
      locale?: string;
      link?: string;
    };

/** Decides on a request by its address, its caller and the route. An upgrade is held to the strictest rule. */
export async function decide(
  request: IncomingMessage,
  upgrade: boolean,
  options: DecideOptions,
): Promise<Decision> {
  const address = parseAddress(request.url ?? '');
  if (!address) return { kind: 'trouble', trouble: 'unknown-address' };
  const caller = await authenticate(request.headers, options);
  if (caller.kind === 'nobody') return { kind: 'sign-in' };
  const { service, basePath } = address;
  const locale = caller.kind === 'person' ? caller.visitor.locale : undefined;
  const trouble = (name: Trouble, more: { route?: ServiceRoute; link?: string } = {}): Decision => ({
    kind: 'trouble',
    trouble: name,
    service,
    locale,
    ...more,
  });
  if (caller.kind === 'person' && (upgrade || mayChange(request))) {
    const trusted = [new URL(options.url).origin, new URL(options.gatewayUrl).origin];
    if (!comesFromOwnPages(request, trusted)) return trouble('foreign-origin');
  }
  const route = await options.routes.find(basePath);
  if (caller.kind === 'person') {
    if (!(await mayOpen(caller, route, options))) return trouble(refusal(caller, route));
  }
  if (!route) return trouble('unknown-service');
  if (!address.hasSlash) return { kind: 'redirect', location: basePath + address.rest.slice(1) };
  const link = `${options.url}/projects/${address.project}/stack`;
  if (route.targetHost === '') return trouble(downReason(route), { route, link });
  const scheme = new URL(options.gatewayUrl).protocol.slice(0, -1);
  return {
    kind: 'forward',
    caller,
    forwarding: { address, route: takeTurn(basePath, route), internal: caller.kind === 'internal', scheme },
  };
}

type Person = Extract<Caller, { kind: 'person' }>;

async function mayOpen(caller: Person, route: ServiceRoute | null, options: DecideOptions): Promise<boolean> {
  return route !== null && options.sessions.mayOpen(caller.visitor, route.projectId);
}

/** A project that is not one's own is not told from one that does not exist. */
function refusal(caller: Person, route: ServiceRoute | null): Trouble {
  return route === null || caller.visitor.role !== 'BUSINESS' ? 'unknown-service' : 'not-allowed';
}

function downReason(route: ServiceRoute): Trouble {
  if (route.engineAwaySince) return 'engine-away';
  return route.exitCode === null || route.exitCode === 0 || route.exitCode === 143 ? 'stopped' : 'failed';
}

/** What the person is told when the service took no connection. */
export function noAnswer(address: ServiceAddress, route: ServiceRoute, caller: Caller, url: string): Refusal {
  return {
    kind: 'trouble',
    trouble: route.engineAwaySince ? 'engine-away' : 'no-answer',
    service: address.service,
    route,
    locale: caller.kind === 'person' ? caller.visitor.locale : undefined,
    link: `${url}/projects/${address.project}/logs`,
  };
}
