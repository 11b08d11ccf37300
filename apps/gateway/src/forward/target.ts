import type { ServiceAddress } from '../routes/address';
import type { ServiceRoute } from '../routes/route-table';

/** One request's way: where it goes and what the service is told of it. */
export interface Forwarding {
  address: ServiceAddress;
  route: ServiceRoute;
  internal: boolean;
  scheme: string;
}

/** A container that does not take a connection in this time is not there. Milliseconds. */
export const CONNECT_TIMEOUT_MS = 5_000;

/** The path that the service sees. */
export function targetPath({ address, route }: Forwarding): string {
  return route.stripPath ? address.rest : address.basePath.slice(0, -1) + address.rest;
}
