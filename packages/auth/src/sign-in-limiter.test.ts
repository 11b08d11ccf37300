import { DomainError } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { createSignInLimiter } from './sign-in-limiter';

const wrong = () => Promise.reject(new DomainError('UNAUTHENTICATED', 'no'));
const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'OK',
    (error: DomainError) => error.code,
  );

describe('the sign-in limiter', () => {
  it('stops looking at passwords after too many wrong ones, whatever the case of the e-mail', async () => {
    const limiter = createSignInLimiter({ failures: 3 });
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(await codeOf(limiter.attempt('a@x.example', wrong))).toBe('UNAUTHENTICATED');
    }
    let looked = false;
    const right = async () => {
      looked = true;
    };
    expect(await codeOf(limiter.attempt(' A@X.example ', right))).toBe('TOO_MANY_ATTEMPTS');
    expect(looked).toBe(false);
    expect(await codeOf(limiter.attempt('b@x.example', right))).toBe('OK');
  });

  it('lets no more through when the guesses come at once', async () => {
    const limiter = createSignInLimiter({ failures: 3 });
    const codes = await Promise.all(
      Array.from({ length: 8 }, () => codeOf(limiter.attempt('a@x.example', wrong))),
    );
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(3);
  });

  it('forgets the wrong ones after a right one', async () => {
    const limiter = createSignInLimiter({ failures: 2 });
    for (let round = 0; round < 3; round++) {
      await codeOf(limiter.attempt('a@x.example', wrong));
      expect(await codeOf(limiter.attempt('a@x.example', async () => undefined))).toBe('OK');
    }
  });
});
