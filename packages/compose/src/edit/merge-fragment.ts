import { type Document, isAlias, isMap, isScalar, type Node, type Pair, visit } from 'yaml';
import { readDocument } from '../yaml/parse-document';
import { Problems } from '../yaml/problems';
import { insertEntries, type NewEntry } from './insert-block';
import { renameReferences } from './rename-references';

export interface MergeOptions {
  /** Service of the fragment → name it should bear in the file. */
  rename?: Record<string, string>;
  /** Volumes that the fragment means to share when the file has them already. Default: raw and processed. */
  sharedVolumes?: readonly string[];
}

export interface MergedFile {
  text: string;
  /** Service of the fragment → its name in the file. */
  services: Record<string, string>;
  /** Volume of the fragment → its name in the file. */
  volumes: Record<string, string>;
}

const SHARED_VOLUMES = ['raw', 'processed'];

/**
 * Adds a catalogue fragment's services, volumes, networks, secrets and configs to a Compose file. What the file holds stays as it is
 * written, comments and formatting included. A service whose name is taken gets the next free one (`redis-2`); so
 * does a volume, unless it is one that stacks share. Networks, secrets and configs of the same name are shared.
 * @throws DomainError COMPOSE_INVALID when either text is no YAML, or the file's sections cannot be added to.
 */
export function mergeFragment(text: string, fragmentText: string, options: MergeOptions = {}): MergedFile {
  const file = parse(text);
  const fragment = parse(fragmentText);
  refuseAliases(fragment);
  const shared = options.sharedVolumes ?? SHARED_VOLUMES;
  const services = newNames(names(file, 'services'), names(fragment, 'services'), (name) =>
    options.rename && Object.hasOwn(options.rename, name) ? options.rename[name] : undefined,
  );
  const taken = names(file, 'volumes').filter((name) => !shared.includes(name));
  const volumes = newNames(taken, names(fragment, 'volumes'), () => undefined);
  const added = entries(fragment, 'services').map(({ key, value, comment }) => {
    renameReferences(value, services, volumes);
    return { key: services.get(key) ?? key, value, comment };
  });
  let merged = add(text, 'services', added);
  for (const section of ['networks', 'volumes', 'secrets', 'configs'] as const) {
    const present = names(file, section);
    const missing = entries(fragment, section)
      .map((entry) =>
        section === 'volumes' ? { ...entry, key: volumes.get(entry.key) ?? entry.key } : entry,
      )
      .filter(({ key }) => !present.includes(key));
    merged = add(merged, section, missing);
  }
  return { text: merged, services: Object.fromEntries(services), volumes: Object.fromEntries(volumes) };
}

function add(text: string, section: string, added: NewEntry[]): string {
  const inserted = insertEntries(text, parse(text), section, added);
  if (inserted !== null) {
    parse(inserted);
    return inserted;
  }
  const problems = new Problems();
  const message = `"${section}" is written in braces. Write it one entry per line, so that a service can be added.`;
  problems.error({ path: section, line: 1, column: 1 }, message);
  problems.throwIfAny();
  return text;
}

function parse(text: string): Document {
  const problems = new Problems();
  const parsed = readDocument(text, problems);
  problems.throwIfAny();
  if (parsed && (parsed.document.contents === null || isMap(parsed.document.contents)))
    return parsed.document;
  problems.error({ path: '', line: 1, column: 1 }, 'Expected a map with "services".');
  problems.throwIfAny();
  throw new Error('unreachable: the problem above was thrown');
}

/** A node under an alias would lose its anchor on the way into the other file. */
function refuseAliases(fragment: Document): void {
  visit(fragment, {
    Node(_key, node) {
      if (!isAlias(node)) return;
      const problems = new Problems();
      problems.error(
        { path: '', line: 1, column: 1 },
        'A fragment cannot use YAML anchors. Write the values out.',
      );
      problems.throwIfAny();
    },
  });
}

function entries(document: Document, section: string): NewEntry[] {
  const map = document.get(section, true) as Node | undefined;
  if (!isMap(map)) return [];
  return (map.items as Pair<Node, Node | null>[]).flatMap(({ key, value }, index) => {
    if (!isScalar(key) || typeof key.value !== 'string') return [];
    // YAML gives the comment above the first key to the whole map.
    const comment = key.commentBefore ?? (index === 0 ? map.commentBefore : null);
    return [{ key: key.value, value, comment: comment ?? null }];
  });
}

function names(document: Document, section: string): string[] {
  return document.contents === null ? [] : entries(document, section).map(({ key }) => key);
}

function newNames(
  taken: readonly string[],
  wanted: readonly string[],
  rename: (name: string) => string | undefined,
): Map<string, string> {
  const used = new Set(taken);
  const result = new Map<string, string>();
  for (const name of wanted) {
    const first = rename(name) ?? name;
    let candidate = first;
    for (let number = 2; used.has(candidate); number += 1) candidate = `${first}-${number}`;
    used.add(candidate);
    result.set(name, candidate);
  }
  return result;
}
