import { describe, expect, it } from 'vitest';
import { readLines, readPorts } from './lines';

describe('what is written one to a line', () => {
  it('is read with commas too, each once, without what is empty', () => {
    expect(readLines(' /srv/a \n\n/srv/b,/srv/a,')).toEqual(['/srv/a', '/srv/b']);
    expect(readLines('  ')).toEqual([]);
  });

  it('gives a port that is none for what is no number, so that it is refused and not dropped', () => {
    expect(readPorts('80, 443\nweb')).toEqual([80, 443, 0]);
  });
});
