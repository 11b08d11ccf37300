/**
 * Refuses a request that changes something unless a page of ours sent it: the Origin must be the public
 * address or the very host that was asked, and the body must be JSON, which no foreign form can send.
 * Gives the reason for a refusal, or null.
 */
export function checkOrigin(request: Request, publicUrl: string): string | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) return 'The body must be JSON.';
  return checkSender(request, publicUrl);
}

/** The first half of it, for a body that is not JSON: the Origin must be ours. A reason, or null. */
export function checkSender(request: Request, publicUrl: string): string | null {
  const origin = request.headers.get('origin');
  if (!origin || !URL.canParse(origin)) return 'The Origin header is missing.';
  if (origin === new URL(publicUrl).origin) return null;
  return new URL(origin).host === request.headers.get('host') ? null : 'The Origin is foreign.';
}
