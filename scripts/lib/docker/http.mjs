import { request } from 'node:http';

/**
 * One request to a Docker engine, without a library: this runs before anything is installed.
 * Returns {status, body}; throws when the engine cannot be reached in time.
 */
export function dockerRequest(endpoint, path, { method = 'GET', timeoutMs = 5_000 } = {}) {
  const where = endpoint.startsWith('unix://')
    ? { socketPath: endpoint.slice('unix://'.length) }
    : addressOf(endpoint);
  return new Promise((resolve, reject) => {
    const call = request(
      { ...where, path, method, timeout: timeoutMs, headers: { host: 'docker' } },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }),
        );
        response.on('error', reject);
      },
    );
    call.on('timeout', () => call.destroy(new Error(`no answer in ${timeoutMs / 1000} s`)));
    call.on('error', reject);
    call.end();
  });
}

function addressOf(endpoint) {
  const { hostname, port } = new URL(endpoint);
  return { host: hostname, port: Number(port || 2375) };
}

/** What answers at an endpoint: {version}, or {error} with the reason. */
export async function probe(endpoint) {
  try {
    const { status, body } = await dockerRequest(endpoint, '/version');
    if (status !== 200) return { error: `answers ${status}` };
    return { version: JSON.parse(body).Version };
  } catch (error) {
    return { error: error.code ?? error.message };
  }
}

/** The image's id, or null when the engine has none of this name. */
export async function imageId(endpoint, reference) {
  const { status, body } = await dockerRequest(endpoint, `/images/${reference}/json`);
  return status === 200 ? JSON.parse(body).Id : null;
}
