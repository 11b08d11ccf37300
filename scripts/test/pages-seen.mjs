// Every page of the application must have been judged by the browser tests that ran before (expectAccessible notes
// which): a page that nobody visits is one whose findings nobody knows. Ends with `N passed, N failed`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/home.mjs';
import { pagesSeenIn } from './pages-seen-in.mjs';
import { routeOf, unseen } from './routes.mjs';

const APP = join(ROOT, 'apps/web/src/app');

const routes = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.tsx'))
  .filter((file) => !isRedirect(readFileSync(join(APP, file), 'utf8')))
  .map(routeOf);
const seen = ['portfolio', 'delivery'].flatMap((folder) => {
  const file = pagesSeenIn(folder);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
});
const missed = unseen(routes, seen);
for (const route of missed)
  console.log(`No browser test judges ${route}: visit it with expectAccessible(page).`);
console.log(`${routes.length - missed.length} passed, ${missed.length} failed`);
process.exitCode = missed.length === 0 ? 0 : 1;

/** A page that only sends on has nothing to see. */
function isRedirect(source) {
  return /\bredirect\(/.test(source) && !/return\s*\(?\s*</.test(source);
}
