import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/**
 * Opens a folder of local state: database, logs, process ids, generated passwords. It is never committed.
 * `path` gives a path below it and makes the folder that it is in.
 * @param {string} dir
 */
export function openHome(dir) {
  return {
    dir,
    /** @param {string[]} parts */
    path(...parts) {
      const path = join(dir, ...parts);
      mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
      return path;
    },
  };
}

/** @typedef {ReturnType<typeof openHome>} Home */

/** The one that the commands use: JALON_HOME, or .jalon in the repository. */
export const home = openHome(resolve(ROOT, process.env.JALON_HOME || '.jalon'));
