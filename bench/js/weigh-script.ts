import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Bytes of one script. */
export interface Weight {
  /** Body as the server sends it to a client that takes gzip. */
  sent: number;
  /** Compressed with gzip at its default level, whatever the server does. */
  gzip: number;
  raw: number;
}

const known = new Map<string, Promise<Weight>>();

/**
 * Asks the server for a script that a page has loaded. Not read out of the browser, which forgets the bodies of a page
 * that has led on to another.
 */
export function weighScript(url: string): Promise<Weight> {
  const weight = known.get(url) ?? weigh(url);
  known.set(url, weight);
  return weight;
}

async function weigh(url: string): Promise<Weight> {
  const { encoding, body } = await fetchAsSent(url);
  const raw = encoding === 'gzip' ? gunzipSync(body) : body;
  return { sent: body.length, gzip: gzipSync(raw).length, raw: raw.length };
}

function fetchAsSent(url: string): Promise<{ encoding: string | undefined; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${url} answers ${response.statusCode}`));
      const encoding = response.headers['content-encoding'];
      buffer(response).then((body) => resolve({ encoding, body }), reject);
    }).on('error', reject);
  });
}
