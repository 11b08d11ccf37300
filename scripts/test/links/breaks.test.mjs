import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../lib/home.mjs';
import { BREAKS } from './breaks.mjs';

describe('each link of the chain', () => {
  it.each(BREAKS)('can be broken: $link', ({ file, find, replace }) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    expect(text.split(find)).toHaveLength(2);
    expect(replace).not.toBe(find);
  });

  it.each(BREAKS)('has tests that would notice: $link', ({ proof }) => {
    expect((proof.files ?? []).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(proof.stage ?? proof.project).toBeTruthy();
  });
});
