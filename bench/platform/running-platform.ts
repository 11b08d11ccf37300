import { Refusal } from '../../scripts/lib/fail.mjs';
import { home } from '../../scripts/lib/home.mjs';
import { processState } from '../../scripts/lib/processes.mjs';
import { addressesOf } from '../../scripts/platform/services';
import { readState } from '../../scripts/platform/state';
import { SAMPLE_PEOPLE } from '../../scripts/sample/people';
import type { MeasuredPlatform } from './own-platform';
import { visit } from './visitor';

/** The demo that runs from the local state, as it is. Throws a Refusal when it does not run. */
export async function runningPlatform(): Promise<MeasuredPlatform> {
  const [web, gateway, worker] = (['web', 'gateway', 'worker'] as const).map((name) =>
    processState(home, name),
  );
  const { email } = SAMPLE_PEOPLE.admin;
  const password = readState(home).passwords[email];
  if (
    !web?.port ||
    !gateway?.port ||
    !worker?.port ||
    !web.alive ||
    !gateway.alive ||
    !worker.alive ||
    !password
  )
    throw new Refusal('--running measures the demo that runs, and none does: npm run demo');
  const ports = { web: web.port, gateway: gateway.port, worker: worker.port };
  const { url, gatewayUrl } = addressesOf(ports);
  return { home, url, gatewayUrl, visitor: await visit(url, email, password) };
}
