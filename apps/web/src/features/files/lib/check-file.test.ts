import { describe, expect, it } from 'vitest';
import { checkFile, UPLOAD_MAX_BYTES } from './check-file';

describe('checkFile', () => {
  it('lets plain names of a bearable size through', () => {
    expect(checkFile({ name: 'credit data-2026.csv', size: 10 })).toBeNull();
    expect(checkFile({ name: 'a.csv', size: UPLOAD_MAX_BYTES })).toBeNull();
  });

  it('names what is wrong', () => {
    for (const name of ['', '.env', '../a', 'a..b', 'a/b', 'crédit.csv', 'a\u0000'])
      expect(checkFile({ name, size: 1 }), name).toBe('badName');
    expect(checkFile({ name: 'a.csv', size: UPLOAD_MAX_BYTES + 1 })).toBe('tooLarge');
  });
});
