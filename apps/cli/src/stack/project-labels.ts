import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { STANDARD_INPUT } from './find-files';

/**
 * What the files of a stack are called: by the packages that read them, a path within the project (a key); by the person,
 * a path from where they stand (a label).
 */
export class ProjectLabels {
  private readonly byKey = new Map<string | undefined, string>();

  constructor(
    private readonly standsIn: string,
    private readonly folder: string,
  ) {}

  /** Labels of the files that were named, in their order. */
  named(): string[] {
    return [...this.byKey.values()];
  }

  /** Remembers a file under its key; undefined: the one that has no path. */
  add(key: string | undefined, path: string): string {
    const label = this.labelOf(path);
    this.byKey.set(key, label);
    return label;
  }

  /** The label of any file of the project. */
  of(key: string | undefined): string {
    return this.byKey.get(key) ?? this.labelOf(join(this.folder, key ?? ''));
  }

  /** A later file by its path within the project; one from elsewhere, which was named and so may be read, by one made for it. */
  keyOf(path: string, index: number): string {
    if (path === STANDARD_INPUT) return `from-standard-input/${index}`;
    const within = relative(this.folder, path);
    const isInside = within !== '..' && !within.startsWith(`..${sep}`) && !isAbsolute(within);
    return isInside ? within.split(sep).join('/') : `from-elsewhere/${index}/${basename(path)}`;
  }

  private labelOf(path: string): string {
    if (path === STANDARD_INPUT) return '<stdin>';
    const short = relative(this.standsIn, path);
    return short.startsWith(`..${sep}..`) || isAbsolute(short) || short === '' ? path : short;
  }
}
