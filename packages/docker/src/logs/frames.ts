import type { Readable } from 'node:stream';

export interface LogFrame {
  stream: 'stdout' | 'stderr';
  payload: Buffer;
}

const HEADER = 8;
const EMPTY = Buffer.alloc(0);

/**
 * Splits the daemon's multiplexed log stream (8-byte header, payload) into frames. Pulls from the socket only as fast as
 * it is read, so a slow reader slows the daemon and no memory grows.
 */
export async function* readFrames(source: Readable): AsyncGenerator<LogFrame[]> {
  let pending: Buffer = EMPTY;
  for await (const chunk of source) {
    const data = pending.length === 0 ? (chunk as Buffer) : Buffer.concat([pending, chunk as Buffer]);
    const { frames, rest } = splitFrames(data);
    pending = rest;
    if (frames.length > 0) yield frames;
  }
}

/** All whole frames in `data`, and what is left of the next one. Payloads are views, not copies. */
export function splitFrames(data: Buffer): { frames: LogFrame[]; rest: Buffer } {
  const frames: LogFrame[] = [];
  let offset = 0;
  while (data.length - offset >= HEADER) {
    const length = data.readUInt32BE(offset + 4);
    const end = offset + HEADER + length;
    if (end > data.length) break;
    frames.push({
      stream: data[offset] === 2 ? 'stderr' : 'stdout',
      payload: data.subarray(offset + HEADER, end),
    });
    offset = end;
  }
  return { frames, rest: offset === data.length ? EMPTY : data.subarray(offset) };
}
