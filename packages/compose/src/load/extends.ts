import { mergeTrees, withoutEdits } from '../merge/merge-trees';
import { readText } from '../yaml/read';
import { entryOf, type MapNode, type TreeNode, withEntry, withoutEntry } from '../yaml/tree';
import type { LoadedFile, Loader } from './loader';
import { MAX_SERVICES } from './top-level';

/**
 * A file whose services hold what they extend. A circle, or a name that is none, is reported where it is written, and
 * the service keeps its `extends`: what else it lacks is no news then.
 */
export function resolveExtends(file: LoadedFile, loader: Loader): MapNode {
  const services = entryOf(file.root, 'services');
  if (services?.kind !== 'map' || services.entries.length > MAX_SERVICES) return file.root;
  const entries = services.entries.map((entry) => ({
    ...entry,
    value: extendedService(file, entry.key, entry.value, loader, []),
  }));
  const key = file.root.entries.find((entry) => entry.key === 'services');
  return key ? withEntry(file.root, { ...key, value: { ...services, entries } }) : file.root;
}

function extendedService(
  file: LoadedFile,
  name: string,
  service: TreeNode,
  loader: Loader,
  trail: readonly string[],
): TreeNode {
  if (service.kind !== 'map') return service;
  const node = entryOf(service, 'extends');
  if (!node) return service;
  const id = `${file.name}: ${name}`;
  const known = loader.extended.get(id);
  if (known) return known;
  const own = withoutEntry(service, 'extends');
  if (trail.includes(id)) {
    const circle = [...trail.slice(trail.indexOf(id)), id].map((step) => step.slice(step.indexOf(': ') + 2));
    loader.problems.error(node, `Services extend each other: ${circle.join(' → ')}. Remove one "extends".`);
    return service;
  }
  const base = baseOf(file, node, loader, [...trail, id]);
  const merged = base ? mergeTrees(base, own, ['services', name], loader.problems) : service;
  const result = loader.spendNodes(node, merged) ? merged : service;
  loader.extended.set(id, result);
  return result;
}

function baseOf(file: LoadedFile, node: TreeNode, loader: Loader, trail: readonly string[]): TreeNode | null {
  const { problems } = loader;
  const named = node.kind === 'map' ? entryOf(node, 'service') : node;
  if (!named || node.kind === 'list') {
    problems.error(node, '"extends" needs the service that it begins from: {service: base}.');
    return null;
  }
  const name = readText(named, problems);
  if (name === null) return null;
  for (const { key, at } of node.kind === 'map' ? node.entries : [])
    if (key !== 'service' && key !== 'file')
      problems.error(at, `"${key}" is no key of "extends". Known: service, file.`);
  const path = node.kind === 'map' ? entryOf(node, 'file') : undefined;
  const source = path ? openOther(path, loader) : file;
  if (!source) return null;
  const services = entryOf(source.root, 'services');
  const base = services?.kind === 'map' ? entryOf(services, name) : undefined;
  if (base?.kind === 'map') return withoutEdits(extendedService(source, name, base, loader, trail), problems);
  const where = path ? `${source.name} has` : 'This file has';
  problems.error(named, `${where} no service "${name.slice(0, 80)}" to extend. Correct the name.`);
  return null;
}

function openOther(path: TreeNode, loader: Loader): LoadedFile | null {
  const text = readText(path, loader.problems);
  return text === null ? null : loader.open(path, text);
}
