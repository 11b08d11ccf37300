import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What a file that another one names may hold. */
const MAX_BYTES = 1024 ** 2;

/**
 * The files of a project's folder as the packages that compute want them: path from its root → text. Read when they are
 * asked for. What lies outside, also behind a link, is not there.
 */
export class FolderFiles extends Map<string, string> {
  private readonly root: string;
  private readonly missing = new Set<string>();

  constructor(folder: string) {
    super();
    this.root = realpathSync(folder);
  }

  override get(path: string): string | undefined {
    const known = super.get(path);
    if (known !== undefined || this.missing.has(path)) return known;
    const text = this.read(path);
    if (text === undefined) this.missing.add(path);
    else this.set(path, text);
    return text;
  }

  /** A folder is never without files, whatever has been asked for by now. */
  override get size(): number {
    return Math.max(super.size, 1);
  }

  override has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  private read(path: string): string | undefined {
    try {
      const real = realpathSync(join(this.root, path));
      const isInside = real.startsWith(this.root === sep ? sep : this.root + sep);
      const facts = isInside ? statSync(real) : null;
      return facts?.isFile() && facts.size <= MAX_BYTES ? readFileSync(real, 'utf8') : undefined;
    } catch {
      // Whatever the reason, to the project it is no file; the message that names it says so.
      return undefined;
    }
  }
}
