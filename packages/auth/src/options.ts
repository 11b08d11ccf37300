import { isDomainError, type SignInInput, signInInput } from '@jalon/contracts';
import { type OpenedSession, SESSION_LIFETIME_MS } from '@jalon/core/people';
import type { CookieOption, NextAuthOptions, User } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { SESSION_COOKIE } from './session-cookie';
import type { SignInLimiter } from './sign-in-limiter';

export interface AuthOptionsInput {
  /** The installation's key for sessions, 32 bytes. */
  key: Buffer;
  /** Public address of the pages; https makes the cookies Secure. */
  publicUrl: string;
  limiter: SignInLimiter;
  /** Checks the password and opens a session row. Throws DomainError. */
  signIn: (input: SignInInput & { userAgent: string }) => Promise<OpenedSession>;
  /** Deletes the session row. */
  signOut: (sessionId: string) => Promise<void>;
  /** Told of every failure that is not the person's. */
  onError: (error: unknown) => void;
}

/** What the browser is told when a sign-in fails; anything else stays in the log. */
const TELLABLE = new Set(['UNAUTHENTICATED', 'TOO_MANY_ATTEMPTS']);

/**
 * The options of next-auth: sign-in by e-mail and password. The sealed token in the cookie carries a
 * random session id and nothing else; who it is and what they may do is read from the row each time.
 */
export function createAuthOptions(input: AuthOptionsInput): NextAuthOptions {
  const cookie = (name: string): CookieOption => ({
    name,
    options: {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: input.publicUrl.startsWith('https:'),
    },
  });
  return {
    secret: input.key.toString('hex'),
    session: { strategy: 'jwt', maxAge: SESSION_LIFETIME_MS / 1000 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: cookie(SESSION_COOKIE),
      callbackUrl: cookie('jalon.callback'),
      csrfToken: cookie('jalon.csrf'),
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: (credentials, request) =>
          authorize(input, credentials, String(request.headers?.['user-agent'] ?? '')),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await input.signOut(token.sid);
      },
    },
    logger: {
      error: (code, metadata) => input.onError({ code, metadata }),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** The id that next-auth carries to the token is the session's, not the person's. */
async function authorize(input: AuthOptionsInput, credentials: unknown, userAgent: string): Promise<User> {
  const parsed = signInInput.safeParse(credentials);
  if (!parsed.success) throw new Error('UNAUTHENTICATED');
  try {
    const opened = await input.limiter.attempt(parsed.data.email, () =>
      input.signIn({ ...parsed.data, userAgent }),
    );
    return { id: opened.sessionId };
  } catch (error) {
    if (isDomainError(error) && TELLABLE.has(error.code)) throw new Error(error.code);
    input.onError(error);
    throw new Error('INTERNAL');
  }
}
