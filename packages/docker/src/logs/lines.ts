import type { LogFrame } from './frames';

export interface TimedLine {
  stream: 'stdout' | 'stderr';
  /** ISO 8601 with nanoseconds, as the daemon wrote it. */
  at: string;
  line: string;
}

/** Longest line kept, in bytes; the rest is cut off and said so. */
export const MAX_LINE_BYTES = 16 * 1024;

interface Partial {
  at: string;
  pieces: Buffer[];
  kept: number;
  cut: number;
}

const NEWLINE = 0x0a;
const SPACE = 0x20;

/**
 * Puts frames together into lines. The daemon splits long lines into frames of 16 KB, each with its own time stamp, and
 * may split a UTF-8 character there: pieces are joined as bytes and decoded once.
 */
export class LineAssembler {
  private readonly partial = new Map<LogFrame['stream'], Partial>();

  /** Lines that this frame completes. */
  push({ stream, payload }: LogFrame): TimedLine | null {
    const stamp = payload.indexOf(SPACE);
    const at = payload.toString('latin1', 0, stamp);
    const open = this.partial.get(stream);
    const complete = payload[payload.length - 1] === NEWLINE;
    const text = payload.subarray(stamp + 1, complete ? payload.length - 1 : payload.length);
    if (!open && complete && text.length <= MAX_LINE_BYTES) {
      return { stream, at, line: withoutReturn(text.toString('utf8')) };
    }
    const partial = open ?? { at, pieces: [], kept: 0, cut: 0 };
    add(partial, text);
    if (!complete) {
      this.partial.set(stream, partial);
      return null;
    }
    this.partial.delete(stream);
    return finish(stream, partial);
  }

  /** Lines without an end, when the stream is over. */
  flush(): TimedLine[] {
    const lines = [...this.partial].map(([stream, partial]) => finish(stream, partial));
    this.partial.clear();
    return lines;
  }
}

function add(partial: Partial, text: Buffer): void {
  const room = MAX_LINE_BYTES - partial.kept;
  const kept = text.subarray(0, room);
  // A copy: the payload is a view of a chunk that would otherwise be held in memory whole.
  if (kept.length > 0) partial.pieces.push(Buffer.from(kept));
  partial.kept += kept.length;
  partial.cut += text.length - kept.length;
}

function finish(stream: LogFrame['stream'], { at, pieces, cut }: Partial): TimedLine {
  const text = withoutReturn(Buffer.concat(pieces).toString('utf8'));
  // A character cut in two at the limit is not worth a replacement sign.
  const line = cut === 0 ? text : `${text.replace(/\uFFFD+$/, '')}… [${cut} bytes more]`;
  return { stream, at, line };
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
