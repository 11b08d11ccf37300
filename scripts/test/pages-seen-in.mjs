import { home } from '../lib/home.mjs';

/** Where the browser tests of a folder note each page that they have judged: a path a line. */
export const pagesSeenIn = (folder) => home.path('reports', `pages-${folder}.txt`);
