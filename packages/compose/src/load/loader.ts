import { folderOf, type ProjectFiles, readProjectFile } from '../files/project-files';
import { buildTree, MAX_NODES } from '../yaml/build-tree';
import { readDocument } from '../yaml/parse-document';
import type { Origin, Place, Problems } from '../yaml/problems';
import { readMap } from '../yaml/read';
import { countNodes, type MapNode, type TreeNode } from '../yaml/tree';
import { resolveExtends } from './extends';
import { resolveInclude } from './include';
import { checkTopLevel } from './top-level';

/** A stack of more files than this names itself by detours. */
const MAX_FILES = 100;

export type Variables = Readonly<Record<string, string>>;

export interface LoadedFile {
  root: MapNode;
  /** Path, or what stands for one; tells files apart. */
  name: string;
}

/** What all loaders of one stack may still do together. */
interface Budget {
  files: number;
  nodes: number;
}

/** Reads the files of one stack with one set of variables: each is parsed once, however often others name it. */
export class Loader {
  /** Services with what they extend, by file and name. */
  readonly extended = new Map<string, TreeNode>();
  private readonly opened = new Map<string, LoadedFile | null>();

  constructor(
    readonly files: ProjectFiles,
    readonly variables: Variables,
    readonly problems: Problems,
    private readonly budget: Budget = { files: MAX_FILES, nodes: 4 * MAX_NODES },
  ) {}

  /**
   * A file with what it extends and includes in it; `!reset` and `!override` are still in it, for the files that it
   * overrides. Null after saying why.
   */
  load(
    text: string,
    name: string,
    origin: Origin | undefined,
    trail: readonly string[] = [],
  ): MapNode | null {
    const file = this.parse(text, name, origin);
    if (!file) return null;
    checkTopLevel(file.root, this.problems);
    return resolveInclude(resolveExtends(file, this), this, [...trail, name]);
  }

  /** Another file of the project as it is written. Null after saying why. */
  open(place: Place, path: string): LoadedFile | null {
    const found = readProjectFile(this.files, place, path, this.problems);
    if (!found) return null;
    const known = this.opened.get(found.path);
    if (known !== undefined) return known;
    const origin = { file: found.path, folder: folderOf(found.path) };
    const file = this.spendFile(place) ? this.parse(found.text, found.path, origin) : null;
    this.opened.set(found.path, file);
    return file;
  }

  withVariables(variables: Variables): Loader {
    return new Loader(this.files, variables, this.problems, this.budget);
  }

  /** False, and said, when the stack is made of too many files. */
  spendFile(place: Place): boolean {
    this.budget.files -= 1;
    if (this.budget.files === -1)
      this.problems.error(place, `The stack reads more than ${MAX_FILES} files. Include and extend fewer.`);
    return this.budget.files >= 0;
  }

  /** False, and said, when files repeat each other into something that cannot be held. */
  spendNodes(place: Place, node: TreeNode): boolean {
    const before = this.budget.nodes;
    this.budget.nodes -= countNodes(node, Math.max(before, 0) + 1);
    if (before >= 0 && this.budget.nodes < 0)
      this.problems.error(place, 'The files repeat too much. Include and extend less.');
    return this.budget.nodes >= 0;
  }

  private parse(text: string, name: string, origin: Origin | undefined): LoadedFile | null {
    const parsed = readDocument(text, this.problems, origin);
    if (!parsed) return null;
    const tree = buildTree(parsed.document, parsed.lines, this.variables, this.problems, origin);
    const root = readMap(tree, this.problems, 'a map with "services"');
    return root && { root, name };
  }
}
