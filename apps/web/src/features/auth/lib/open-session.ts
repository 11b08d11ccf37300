export type SignInResult = 'ok' | 'wrong' | 'too-many' | 'unavailable';

const RESULTS: Record<string, SignInResult> = {
  UNAUTHENTICATED: 'wrong',
  CredentialsSignin: 'wrong',
  TOO_MANY_ATTEMPTS: 'too-many',
};

/** Signs in; the browser gets its cookie. Never throws. */
export async function openSession(email: string, password: string): Promise<SignInResult> {
  const { signIn } = await import('next-auth/react');
  const answer = await signIn('credentials', { email, password, redirect: false }).catch(() => null);
  if (!answer) return 'unavailable';
  if (answer.ok && !answer.error) return 'ok';
  return RESULTS[answer.error ?? ''] ?? 'unavailable';
}
