import { describe, expect, it } from 'vitest';
import { clockOf, monthsFrom, verifyByOf } from './months';

const at = (text: string): Date => new Date(text);

describe('months to verify', () => {
  it('are those that production touched, a part of one counting as one', () => {
    expect(monthsFrom(at('2025-11-20T08:00:00Z'), at('2026-01-01T00:00:01Z'))).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
    ]);
    expect(monthsFrom(at('2026-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z'))).toEqual([]);
  });

  it('are due twenty days after they have ended, that day included', () => {
    expect(verifyByOf('2025-12')).toBe('2026-01-20');
    expect(clockOf('2025-12', at('2025-12-31T23:59:59Z'))).toMatchObject({ finished: false, late: false });
    expect(clockOf('2025-12', at('2026-01-01T00:00:00Z'))).toMatchObject({ finished: true, late: false });
    expect(clockOf('2025-12', at('2026-01-20T23:59:59Z'))).toMatchObject({ late: false });
    expect(clockOf('2025-12', at('2026-01-21T00:00:00Z'))).toMatchObject({ late: true });
  });
});
