import { describe, expect, it } from 'vitest';
import { splitFrames } from './frames';
import { LineAssembler, MAX_LINE_BYTES, type TimedLine } from './lines';

const AT = '2026-01-02T03:04:05.123456789Z';

/** A frame as the daemon writes it. */
function frame(stream: 1 | 2, text: string | Buffer): Buffer {
  const payload = Buffer.concat([Buffer.from(`${AT} `), Buffer.from(text)]);
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(payload.length, 4);
  return Buffer.concat([header, payload]);
}

function assemble(...chunks: Buffer[]): TimedLine[] {
  const assembler = new LineAssembler();
  const lines: TimedLine[] = [];
  let rest: Buffer = Buffer.alloc(0);
  for (const chunk of chunks) {
    const split = splitFrames(Buffer.concat([rest, chunk]));
    rest = split.rest;
    for (const piece of split.frames) {
      const line = assembler.push(piece);
      if (line) lines.push(line);
    }
  }
  return [...lines, ...assembler.flush()];
}

describe('log frames to lines', () => {
  it('reads lines of both streams', () => {
    expect(assemble(frame(1, 'one\n'), frame(2, 'two\r\n'))).toEqual([
      { stream: 'stdout', at: AT, line: 'one' },
      { stream: 'stderr', at: AT, line: 'two' },
    ]);
  });

  it('reads the same from any cut of the bytes', () => {
    const bytes = Buffer.concat([frame(1, 'é€😀 un\n'), frame(2, 'deux\n'), frame(1, '\n')]);
    const whole = assemble(bytes);
    expect(whole.map(({ line }) => line)).toEqual(['é€😀 un', 'deux', '']);
    for (let cut = 1; cut < bytes.length; cut += 1) {
      expect(assemble(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(whole);
    }
  });

  it('joins the frames of a long line, a character split between them included', () => {
    const text = Buffer.from('a😀b\n');
    expect(assemble(frame(1, text.subarray(0, 3)), frame(2, 'x\n'), frame(1, text.subarray(3)))).toEqual([
      { stream: 'stderr', at: AT, line: 'x' },
      { stream: 'stdout', at: AT, line: 'a😀b' },
    ]);
  });

  it('cuts a line that is too long and says by how much', () => {
    const [entry] = assemble(frame(1, `${'x'.repeat(MAX_LINE_BYTES)}`), frame(1, 'yyy\n'));
    expect(entry?.line).toBe(`${'x'.repeat(MAX_LINE_BYTES)}… [3 bytes more]`);
  });

  it('gives a last line without an end', () => {
    expect(assemble(frame(1, 'no end'))).toEqual([{ stream: 'stdout', at: AT, line: 'no end' }]);
  });
});
