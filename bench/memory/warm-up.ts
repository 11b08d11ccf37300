import type { MeasuredPlatform } from '../platform/own-platform';
import { allPages, pathOf } from '../platform/pages';

const ROUNDS = 5;

/** Opens every page of a signed-in person a few times, with the scripts it names, and knocks at the gateway. */
export async function warmUp({ url, gatewayUrl, visitor }: MeasuredPlatform): Promise<number> {
  const pages = allPages().flatMap((page) => (page.signedIn ? (pathOf(page, visitor.examples) ?? []) : []));
  const headers = { cookie: visitor.cookie };
  let requests = 0;
  const get = async (address: string): Promise<string> => {
    requests += 1;
    return (await fetch(address, { headers, redirect: 'manual' })).text();
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const path of pages) {
      const html = await get(`${url}${path}`);
      if (round === 0) for (const script of scriptsOf(html)) await get(`${url}${script}`);
    }
    await get(`${gatewayUrl}/health`);
    await get(`${gatewayUrl}/s/there-is/no/such-service/`);
  }
  return requests;
}

function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<script[^>]* src="(\/[^"]+)"/g)].flatMap((match) => match[1] ?? []);
}
