/**
 * Where to go after signing in: an address of ours, or the first page. Anything else that a link might
 * carry would make the sign-in page a way to send people elsewhere.
 * @param origins of the web and of the gateway.
 */
export function safeCallback(wanted: string | undefined, origins: readonly string[]): string {
  if (!wanted) return '/';
  const [home] = origins;
  if (!home || !URL.canParse(wanted, home)) return '/';
  const target = new URL(wanted, home);
  if (!origins.includes(target.origin)) return '/';
  const path = target.pathname + target.search + target.hash;
  return target.origin === home ? path : target.origin + path;
}
