import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/home.mjs';

const APP = join(ROOT, 'apps/web/src/app');
/** Folder of the pages for people who are not signed in. */
const PLAIN = '(plain)';

/** A page of the web application. */
export interface Page {
  /** As in the folder names, groups left out: `/projects/[slug]/stack`. */
  route: string;
  signedIn: boolean;
}

/** Every page.tsx there is, so that a new page cannot be forgotten. */
export function allPages(): Page[] {
  return readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map(pageOf)
    .sort((a, b) => (a.route < b.route ? -1 : 1));
}

function pageOf(file: string): Page {
  const folders = file.split('/').slice(0, -1);
  const route = `/${folders.filter((folder) => !folder.startsWith('(')).join('/')}`;
  return { route, signedIn: !folders.includes(PLAIN) };
}

/** Values for the variable parts of addresses, each under the folder it is in: `projects/[slug]` → `scoring`. */
export type Examples = Record<string, string>;

/** An address that opens the page; null when there is no example of one of its variable parts. */
export function pathOf({ route }: Page, examples: Examples): string | null {
  const parts = route.split('/').map((part, index, all) => {
    if (!part.startsWith('[')) return part;
    return examples[`${all[index - 1] ?? ''}/${part}`] ?? null;
  });
  return parts.includes(null) ? null : parts.join('/');
}
