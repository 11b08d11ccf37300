import { DomainError } from '@jalon/contracts';
import type { ModelAddress, ModelAnswer, ModelClient } from '@jalon/core/model';

export interface ModelClientOptions {
  /** Where this process reaches the gateway, without a slash at its end. */
  url: string;
  /** Derived from the installation secret for this purpose; the gateway has the same. */
  key: Buffer;
}

const DEADLINE_MS = 20_000;
/** An answer that is longer is no prediction. */
const ANSWER_LIMIT = 5_000_000;

/** Talks to model containers through the gateway. */
export function createModelClient(options: ModelClientOptions): ModelClient {
  const authorization = `Bearer ${options.key.toString('hex')}`;

  const ask = async (address: ModelAddress, path: string, body?: unknown): Promise<ModelAnswer> => {
    const { project, environment, service } = address;
    const place = [project, environment, service].map(encodeURIComponent).join('/');
    const started = performance.now();
    try {
      const response = await fetch(`${options.url}/s/${place}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
      const text = await response.text();
      const latencyMs = performance.now() - started;
      return { status: response.status, body: parse(text), latencyMs };
    } catch (cause) {
      throw new DomainError(
        'MODEL_UNREACHABLE',
        `The model ${service} does not answer. Look whether it runs, and what its logs say.`,
        [],
        { cause },
      );
    }
  };

  return {
    get: (address, path) => ask(address, path),
    predict: (address, input) => ask(address, '/predict', input),
  };
}

function parse(text: string): unknown {
  if (text.length > ANSWER_LIMIT) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
