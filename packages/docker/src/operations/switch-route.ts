import { delay } from '../client/deadline';
import type { Execution } from '../execute/execution';

/** Makes the gateway lead to the container, and gives requests that are on their way to the one before time to end. */
export async function switchRoute(
  { switchRoute, signal }: Execution,
  container: string,
  drainMs: number,
): Promise<void> {
  await switchRoute(container);
  await delay(drainMs, `switching the gateway to ${container}`, signal);
}
