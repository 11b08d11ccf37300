import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createVariableCipher } from './variable-cipher';

const cipher = createVariableCipher(randomBytes(32));

describe('createVariableCipher', () => {
  it('opens what it sealed, and seals twice differently', () => {
    const first = cipher.seal('environment-1', 'PASSWORD', 'péché ✓');
    expect(cipher.open('environment-1', 'PASSWORD', first)).toBe('péché ✓');
    expect(cipher.seal('environment-1', 'PASSWORD', 'péché ✓')).not.toBe(first);
    expect(first).not.toContain('péché');
  });

  it('opens for its own environment and name only', () => {
    const sealed = cipher.seal('environment-1', 'PASSWORD', 'x');
    expect(() => cipher.open('environment-2', 'PASSWORD', sealed)).toThrow(/PASSWORD cannot be opened/);
    expect(() => cipher.open('environment-1', 'OTHER', sealed)).toThrow(/cannot be opened/);
  });

  it('notices a changed byte, a short tag, another key and a foreign format', () => {
    const sealed = cipher.seal('e', 'N', 'value');
    const [format, iv, tag, data] = sealed.split('.') as [string, string, string, string];
    const flipped = `${data.startsWith('A') ? 'B' : 'A'}${data.slice(1)}`;
    expect(() => cipher.open('e', 'N', [format, iv, tag, flipped].join('.'))).toThrow();
    expect(() => cipher.open('e', 'N', [format, iv, tag.slice(0, 8), data].join('.'))).toThrow();
    expect(() => createVariableCipher(randomBytes(32)).open('e', 'N', sealed)).toThrow();
    expect(() => cipher.open('e', 'N', 'plain text')).toThrow();
  });

  it('keeps an empty value', () => {
    expect(cipher.open('e', 'N', cipher.seal('e', 'N', ''))).toBe('');
  });

  it('refuses a key of the wrong length', () => {
    expect(() => createVariableCipher(randomBytes(16))).toThrow(/32 bytes/);
  });
});
