import type { MountModel, ServiceModel } from '@jalon/contracts';
import type { Problems } from '../yaml/problems';
import { readBoolean, readText, readTexts } from '../yaml/read';
import { entryOf, isNull, type MapNode, type TreeNode } from '../yaml/tree';

const FORMS = '"volume:/path", "volume:/path:ro" or a map with type, source and target';
const SPREADING = ['private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave'];
const HARMLESS_MODES = ['z', 'Z', 'nocopy', 'cached', 'delegated', 'consistent', ...SPREADING];

/** `volumes`, short and long. Bind mounts are captured: the policy decides on them. */
export function readMounts(node: TreeNode, problems: Problems): MountModel[] {
  if (isNull(node)) return [];
  if (node.kind !== 'list') {
    problems.error(node, `Expected a list of volumes: ${FORMS}.`);
    return [];
  }
  return node.items.flatMap((item) => {
    const mount = item.kind === 'map' ? longMount(item, problems) : shortMount(item, problems);
    if (!mount) return [];
    if (mount.target.startsWith('/') && mount.target !== '/') return [mount];
    problems.error(item, 'A volume needs an absolute path in the container, such as /data.');
    return [];
  });
}

/** `tmpfs`: one path or several; options after a colon are not kept. */
export function readTmpfs(node: TreeNode, problems: Problems): MountModel[] {
  return readTexts(node, problems).map((text) => {
    const [target = '', options] = text.split(':', 2);
    if (options) problems.warn(node, 'Options of tmpfs have no effect; the memory limit bounds its size.');
    return { type: 'tmpfs', source: '', target, readOnly: false };
  });
}

/** True for a source that is a path of the host and no volume name. */
export function isHostPath(source: string): boolean {
  return /^[./~\\]/.test(source) || /^[A-Za-z]:[\\/]/.test(source);
}

/** A relative path of a file further down begins at that file's folder; told from the project's own, as all others are. */
function fromProject(source: string, { origin }: TreeNode): string {
  const folder = origin?.folder ?? '';
  if (folder === '' || !/^\.\.?(\/|$)/.test(source)) return source;
  const segments = folder.split('/');
  for (const segment of source.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else segments.push(segment);
  }
  return segments[0] === '..' ? segments.join('/') : `./${segments.join('/')}`;
}

function shortMount(node: TreeNode, problems: Problems): MountModel | null {
  const text = readText(node, problems);
  if (text === null) return null;
  const fields = text.split(':');
  if (fields.length > 3 || fields.some((field) => field === '')) {
    problems.error(node, `"${text}" is no volume. Write ${FORMS}.`);
    return null;
  }
  if (fields.length === 1) return { type: 'volume', source: '', target: text, readOnly: false };
  const [source = '', target = '', modes = ''] = fields;
  let readOnly = false;
  for (const mode of modes.split(',').filter(Boolean)) {
    if (mode === 'ro') readOnly = true;
    else if (HARMLESS_MODES.includes(mode)) problems.warn(node, `Mode "${mode}" of a volume has no effect.`);
    else if (mode !== 'rw') problems.error(node, `"${mode}" is no mode of a volume. Write ro or rw.`);
  }
  if (!isHostPath(source)) return { type: 'volume', source, target, readOnly };
  return { type: 'bind', source: fromProject(source, node), target, readOnly };
}

function longMount(node: MapNode, problems: Problems): MountModel | null {
  const typeNode = entryOf(node, 'type');
  const type = typeNode ? readText(typeNode, problems) : 'volume';
  if (type !== 'volume' && type !== 'bind' && type !== 'tmpfs') {
    problems.error(typeNode ?? node, `Mount type "${type}" is not supported. Write volume, bind or tmpfs.`);
    return null;
  }
  const mount: MountModel = { type, source: '', target: '', readOnly: false };
  for (const { key, at, value } of node.entries) {
    if (key === 'type') continue;
    if (key === 'source') mount.source = readText(value, problems) ?? '';
    else if (key === 'target') mount.target = readText(value, problems) ?? '';
    else if (key === 'read_only') mount.readOnly = readBoolean(value, problems) ?? false;
    else if (key === 'volume' && value.kind === 'map' && entryOf(value, 'subpath'))
      problems.error(at, 'volume.subpath is not supported. Mount the whole volume.');
    else if (['bind', 'volume', 'tmpfs', 'consistency'].includes(key))
      problems.warn(at, `Options under "${key}" of a mount have no effect.`);
    else problems.error(at, `"${key}" is no key of a mount. Known: type, source, target, read_only.`);
  }
  if (type !== 'bind') return mount;
  if (mount.source === '') problems.error(node, 'A bind mount needs "source".');
  return { ...mount, source: fromProject(mount.source, entryOf(node, 'source') ?? node) };
}

/** Two mounts at one path hide each other. */
export function checkMountTargets({ mounts }: ServiceModel, place: TreeNode, problems: Problems): void {
  const seen = new Set<string>();
  for (const { target } of mounts) {
    const plain = target.replace(/\/+$/, '');
    if (seen.has(plain)) problems.error(place, `Two volumes are mounted at ${target}. Keep one.`);
    seen.add(plain);
  }
}
