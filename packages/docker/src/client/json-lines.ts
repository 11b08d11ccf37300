import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Objects of a stream with one JSON object a line, as events, pulls and builds send them. Reads no faster than it is read. */
export async function* jsonLines<T>(stream: Readable): AsyncGenerator<T> {
  const decoder = new StringDecoder('utf8');
  let pending = '';
  for await (const chunk of stream) {
    pending += decoder.write(chunk as Buffer);
    let end = pending.indexOf('\n');
    while (end >= 0) {
      const line = pending.slice(0, end).trim();
      pending = pending.slice(end + 1);
      if (line !== '') yield JSON.parse(line) as T;
      end = pending.indexOf('\n');
    }
  }
  const last = (pending + decoder.end()).trim();
  if (last !== '') yield JSON.parse(last) as T;
}
