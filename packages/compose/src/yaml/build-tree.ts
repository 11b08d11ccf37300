import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { interpolateWithProblems } from '../interpolation/interpolate';
import type { Origin, Place, Problems } from './problems';
import type { Edit, Entry, MapNode, ScalarNode, TreeNode } from './tree';

/** Limits against files whose anchors unfold into millions of nodes, or that nest until the stack ends. */
export const MAX_NODES = 50_000;
const MAX_DEPTH = 60;
/**
 * Characters of all values, each counted as often as an anchor repeats it, before and after its variables are filled in.
 * Well above what the policy lets through, whose refusal names the rule: this one keeps the reading itself in bounds.
 */
const MAX_UNFOLDED = 40_000_000;

const EDITS: Record<string, Edit> = { '!reset': 'reset', '!override': 'override' };

/** Turns a parsed document into a tree; what cannot be used is reported and replaced by null. */
export function buildTree(
  document: Document,
  lines: LineCounter,
  variables: Readonly<Record<string, string>>,
  problems: Problems,
  origin?: Origin,
): TreeNode {
  return new TreeBuilder(document, lines, variables, problems, origin).build();
}

class TreeBuilder {
  private nodes = 0;
  private unfolded = 0;
  private tooBig = false;
  /** Filled in the order of the file: an alias means the last anchor of its name above it. */
  private readonly anchors = new Map<string, Node>();

  constructor(
    private readonly document: Document,
    private readonly lines: LineCounter,
    private readonly variables: Readonly<Record<string, string>>,
    private readonly problems: Problems,
    private readonly origin: Origin | undefined,
  ) {}

  build(): TreeNode {
    const start = this.origin ? { origin: this.origin } : {};
    return this.node(
      this.document.contents as Node | null,
      '',
      { path: '', line: 1, column: 1, ...start },
      0,
    );
  }

  private node(node: Node | null, path: string, parent: Place, depth: number): TreeNode {
    const built = this.plain(node, path, parent, depth);
    const edit = node?.tag ? EDITS[node.tag] : undefined;
    return edit ? { ...built, edit } : built;
  }

  private plain(node: Node | null, path: string, parent: Place, depth: number): TreeNode {
    const place = this.place(node, path, parent);
    this.nodes += 1;
    if (depth > MAX_DEPTH || this.nodes > MAX_NODES) {
      this.reportSize(place);
      return nothing(place);
    }
    if (isAlias(node)) {
      const target = this.anchors.get(node.source);
      if (target) return this.node(target, path, place, depth + 1);
      this.problems.error(place, `Anchor "${node.source}" does not exist above this line.`);
      return nothing(place);
    }
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor) this.anchors.set(node.anchor, node);
    if (isMap(node)) return this.map(node, place, depth);
    if (isSeq(node)) {
      const items = node.items.map((item, index) =>
        this.node(item as Node | null, `${path}[${index}]`, place, depth + 1),
      );
      return { ...place, kind: 'list', items };
    }
    return isScalar(node) ? this.scalar(node, place) : nothing(place);
  }

  private map(map: YAMLMap, place: Place, depth: number): MapNode {
    const own = new Map<string, Entry>();
    const merged = new Map<string, Entry>();
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const entry = this.entry(pair, place, depth);
      if (!entry) continue;
      if (entry.key !== '<<') own.set(entry.key, entry);
      else
        for (const other of this.mergeSources(entry))
          if (!merged.has(other.key)) merged.set(other.key, other);
    }
    const inherited = [...merged.values()].filter((entry) => !own.has(entry.key));
    return { ...place, kind: 'map', entries: [...inherited, ...own.values()] };
  }

  private entry(pair: Pair<Node, Node | null>, parent: Place, depth: number): Entry | null {
    const keyPlace = this.place(pair.key, parent.path, parent);
    const key = isScalar(pair.key) ? keyText(pair.key) : null;
    if (key === null || key === '__proto__') {
      const name = key === null ? 'A list or a map' : `"${key}"`;
      this.problems.error(keyPlace, `${name} cannot be used as a key. Write a plain word.`);
      return null;
    }
    const path = key === '<<' ? parent.path : parent.path === '' ? key : `${parent.path}.${key}`;
    const at = { ...keyPlace, path };
    return { key, at, value: this.node(pair.value, path, at, depth + 1) };
  }

  private mergeSources(entry: Entry): Entry[] {
    const sources = entry.value.kind === 'list' ? entry.value.items : [entry.value];
    return sources.flatMap((source) => {
      if (source.kind === 'map') return source.entries;
      this.problems.error(entry.at, '"<<" merges a map: write "<<: *anchor".');
      return [];
    });
  }

  private scalar(node: Scalar, place: Place): ScalarNode {
    const value = node.value;
    if (typeof value !== 'string') return { ...place, kind: 'scalar', ...plainValue(node) };
    if (!this.spend(value.length, place)) return nothing(place);
    const result = interpolateWithProblems(value, this.variables);
    if (!this.spend(Math.max(result.text.length - value.length, 0), place)) return nothing(place);
    for (const problem of result.problems) {
      if (problem.kind === 'missing') this.problems.missingVariable(place, problem.message, problem.variable);
      if (problem.kind === 'syntax') this.problems.error(place, problem.message);
      if (problem.kind === 'unset') this.problems.warn(place, problem.message, problem.variable);
    }
    if (result.text !== value) this.problems.noteVariables(place, result.text, value);
    return { ...place, kind: 'scalar', value: result.text, text: result.text };
  }

  private place(node: Node | null, path: string, parent: Place): Place {
    const offset = isNothing(node) ? null : (node?.range?.[0] ?? null);
    if (offset === null) return { ...parent, path };
    const { line, col } = this.lines.linePos(offset);
    const place = { path, line: Math.max(line, 1), column: Math.max(col, 1) };
    return this.origin ? { ...place, origin: this.origin } : place;
  }

  private spend(characters: number, place: Place): boolean {
    this.unfolded += characters;
    if (this.unfolded > MAX_UNFOLDED) this.reportSize(place);
    return this.unfolded <= MAX_UNFOLDED;
  }

  private reportSize(place: Place): void {
    if (!this.tooBig) {
      this.problems.error(place, 'The file nests or repeats too much. Make it flatter, with fewer anchors.');
    }
    this.tooBig = true;
  }
}

function nothing({ path, line, column, origin }: Place): ScalarNode {
  return { path, line, column, ...(origin ? { origin } : {}), kind: 'scalar', value: null, text: '' };
}

/** A key with nothing after its colon has no place of its own: its trouble is told at the key. */
function isNothing(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.range?.[0] === node.range?.[1]);
}

function keyText(node: Scalar): string | null {
  if (typeof node.value === 'string') return node.value;
  return node.source ?? (node.value === null ? null : String(node.value));
}

function plainValue(node: Scalar): Pick<ScalarNode, 'value' | 'text'> {
  const { value } = node;
  if (value === null || value === undefined) return { value: null, text: '' };
  const text = node.source ?? String(value);
  if (typeof value === 'number' || typeof value === 'boolean') return { value, text };
  return { value: typeof value === 'bigint' ? Number(value) : text, text };
}
