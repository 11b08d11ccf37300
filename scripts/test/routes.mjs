/**
 * The route of a page's file below `app`: groups left out, for instance
 * `(app)/use-cases/[number]/page.tsx` → `/use-cases/[number]`.
 */
export function routeOf(file) {
  const parts = file.split('/').slice(0, -1);
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`;
}

/** The routes that none of these paths belongs to. A path belongs to the most literal route that it matches. */
export function unseen(routes, paths) {
  const inOrder = [...routes].sort((a, b) => vagueness(a) - vagueness(b));
  const seen = new Set(paths.map((path) => inOrder.find((route) => patternOf(route).test(path))));
  return routes.filter((route) => !seen.has(route)).sort();
}

/** Literal routes first, those that take anything last. */
function vagueness(route) {
  const rest = route.includes('[...') ? 100 : 0;
  return rest + (route.match(/\[/g)?.length ?? 0);
}

function patternOf(route) {
  const parts = route.split('/').map((part) => {
    if (/^\[\.\.\..*\]$/.test(part)) return '.+';
    return /^\[.*\]$/.test(part) ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/') || '/'}$`);
}
