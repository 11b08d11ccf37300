import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** One kind of request: what it asks for, and how often it comes among the others. */
export interface Kind {
  name: string;
  verb: 'read' | 'write' | 'trivial';
  /** Of all requests, as a share. */
  share: number;
  /** The n-th request of the run. */
  make: (n: number) => Ask;
}

export interface Ask {
  path: string;
  /** Sent with POST. */
  body?: string;
}

export interface Timing {
  kind: string;
  verb: Kind['verb'];
  /** Milliseconds from the moment at which it was due to its last byte. */
  ms: number;
  bytes: number;
  failed: string | null;
}

export interface Target {
  url: string;
  cookie: string;
}

const GIVE_UP_MS = 10_000;

/** Sends one request and reads its answer to the end. A refusal is a failure, with the beginning of what it said. */
export function send(
  target: Target,
  agent: Agent,
  ask: Ask,
): Promise<{ bytes: number; failed: string | null; text: string }> {
  const headers: Record<string, string> = { cookie: target.cookie, origin: target.url };
  if (ask.body !== undefined) headers['content-type'] = 'application/json';
  return new Promise((resolve) => {
    const done = (failed: string | null, text = '', bytes = 0) => resolve({ bytes, failed, text });
    const out = request(
      `${target.url}${ask.path}`,
      { agent, method: ask.body === undefined ? 'GET' : 'POST', headers, timeout: GIVE_UP_MS },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', (error) => done(error.message));
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          const good = response.statusCode !== undefined && response.statusCode < 300;
          done(good ? null : `${response.statusCode} ${body.subarray(0, 200)}`, body.toString(), body.length);
        });
      },
    );
    out.on('timeout', () => out.destroy(new Error(`no answer in ${GIVE_UP_MS / 1000} s`)));
    out.on('error', (error) => done(error.message));
    out.end(ask.body);
  });
}

/** Spreads kinds over a run so that each comes as often as its share says, and never in a burst. */
export function spread(kinds: readonly Kind[], count: number): Kind[] {
  const given = new Map(kinds.map((kind) => [kind, 0]));
  return Array.from({ length: count }, (_, index) => {
    const behind = (kind: Kind): number => kind.share * (index + 1) - (given.get(kind) ?? 0);
    const next = kinds.reduce((most, kind) => (behind(kind) > behind(most) ? kind : most));
    given.set(next, (given.get(next) ?? 0) + 1);
    return next;
  });
}

/**
 * Sends requests at a fixed rate whether or not earlier ones were answered, as people do, and counts each from the moment it
 * was due: a server that stops for a second has a hundred late answers, not one. `from` is the number of the first.
 */
export async function openLoop(
  target: Target,
  kinds: readonly Kind[],
  options: { perSecond: number; seconds: number; from: number; signal: AbortSignal },
): Promise<Timing[]> {
  const { perSecond, seconds, from, signal } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const plan = spread(kinds, perSecond * seconds);
  const timings: Promise<Timing>[] = [];
  const begun = performance.now();
  for (const [index, kind] of plan.entries()) {
    const due = begun + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await sleep(wait, undefined, { signal });
    timings.push(
      send(target, agent, kind.make(from + index)).then(({ bytes, failed }) => ({
        kind: kind.name,
        verb: kind.verb,
        ms: performance.now() - due,
        bytes,
        failed,
      })),
    );
  }
  const all = await Promise.all(timings);
  agent.destroy();
  return all;
}
