import { randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSessionId, SESSION_COOKIE, withoutOwnCookies } from './session-cookie';

const key = randomBytes(32);
const seal = (sid: unknown, maxAge = 60, secret = key.toString('hex')): Promise<string> =>
  encode({ token: { sid }, secret, maxAge });
const cookie = (token: string): string => `theme=x; ${SESSION_COOKIE}=${token}; other=y`;

describe('readSessionId', () => {
  afterEach(() => vi.useRealTimers());
  it('reads the id that was sealed', async () => {
    expect(await readSessionId(cookie(await seal('s-1')), key)).toBe('s-1');
  });
  it('gives nothing for a token sealed with another key, altered, too old, or without an id', async () => {
    const good = await seal('s-1');
    const altered = `${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`;
    const tokens = [
      await seal('s-1', 60, randomBytes(32).toString('hex')),
      altered,
      await seal('s-1', -60),
      await seal({ id: 's-1' }),
      'nonsense',
      '',
    ];
    for (const token of tokens) expect(await readSessionId(cookie(token), key)).toBeNull();
    expect(await readSessionId(null, key)).toBeNull();
  });
  it('keeps what it has read no longer than the token holds, and for its key alone', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const sent = cookie(await seal('s-1', 60));
    expect(await readSessionId(sent, key)).toBe('s-1');
    expect(await readSessionId(sent, randomBytes(32))).toBeNull();
    vi.setSystemTime(Date.now() + 59_000);
    expect(await readSessionId(sent, key)).toBe('s-1');
    vi.setSystemTime(Date.now() + 60_000);
    expect(await readSessionId(sent, key)).toBeNull();
  });
});

describe('withoutOwnCookies', () => {
  it('keeps what is the visitor’s and drops what is ours', () => {
    expect(withoutOwnCookies('a=1; jalon.session=secret; jalon.csrf=x; b=2')).toBe('a=1; b=2');
    expect(withoutOwnCookies('jalon.session=secret')).toBeUndefined();
    expect(withoutOwnCookies(undefined)).toBeUndefined();
  });
});
