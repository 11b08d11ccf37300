import type { FileGrantModel, ServiceModel } from '@jalon/contracts';
import type { FileKind } from '../top/file-sources';
import type { Problems } from '../yaml/problems';
import { readInteger, readText } from '../yaml/read';
import { entryOf, isNull, type MapNode, type TreeNode } from '../yaml/tree';

const FOLDERS: Record<FileKind, string> = { secret: '/run/secrets/', config: '/' };
const FORMS = 'a list of names, or of maps with source, target, uid, gid and mode';
const READABLE = 0o444;

/** `secrets` and `configs` of a service, short and long: which file appears where. */
export function readFileGrants(node: TreeNode, kind: FileKind, problems: Problems): FileGrantModel[] {
  if (node.kind !== 'list') {
    problems.error(node, `Expected ${FORMS}.`);
    return [];
  }
  return node.items.flatMap((item) => {
    const grant = item.kind === 'map' ? longGrant(item, kind, problems) : shortGrant(item, kind, problems);
    if (!grant) return [];
    if (isFilePath(grant.target)) return [grant];
    problems.error(item, `"${grant.target.slice(0, 80)}" is no path of a file in the container.`);
    return [];
  });
}

/**
 * Files are copied into a container before it starts: what is mounted later would hide them, or, mounted already, would
 * keep them for others to see.
 */
export function checkFileTargets(service: ServiceModel, place: TreeNode, problems: Problems): void {
  const files = [...service.secrets, ...service.configs];
  const seen = new Set<string>();
  for (const { target, source } of files) {
    if (seen.has(target)) problems.error(place, `Two secrets or configs appear at ${target}. Keep one.`);
    seen.add(target);
    const mount = service.mounts.find((one) => `${target}/`.startsWith(`${one.target.replace(/\/+$/, '')}/`));
    if (mount)
      problems.error(
        place,
        `"${source}" would appear at ${target}, inside of what is mounted at ${mount.target}. Give it another "target".`,
      );
  }
  if (service.readOnly && files.length > 0)
    problems.error(
      place,
      'Secrets and configs cannot be put into a container that is "read_only". Remove it, or pass them as "environment".',
    );
}

function shortGrant(node: TreeNode, kind: FileKind, problems: Problems): FileGrantModel | null {
  const source = readText(node, problems);
  return source === null ? null : grantOf(source, kind);
}

function longGrant(map: MapNode, kind: FileKind, problems: Problems): FileGrantModel | null {
  const named = entryOf(map, 'source');
  const source = named ? readText(named, problems) : null;
  if (!named) problems.error(map, `A ${kind} of a service needs "source", its name at the top of the file.`);
  if (source === null) return null;
  const grant = grantOf(source, kind);
  for (const { key, at, value } of map.entries) {
    if (key === 'source' || isNull(value)) continue;
    if (key === 'target') grant.target = absolute(readText(value, problems) ?? '', kind);
    else if (key === 'uid') grant.uid = readInteger(value, problems) ?? 0;
    else if (key === 'gid') grant.gid = readInteger(value, problems) ?? 0;
    else if (key === 'mode') grant.mode = readMode(value, problems);
    else if (!key.startsWith('x-'))
      problems.error(at, `"${key}" of a ${kind} is not supported. Known: source, target, uid, gid, mode.`);
  }
  return grant;
}

function grantOf(source: string, kind: FileKind): FileGrantModel {
  return { source, target: absolute(source, kind), uid: 0, gid: 0, mode: READABLE };
}

function absolute(target: string, kind: FileKind): string {
  return target.startsWith('/') ? target : `${FOLDERS[kind]}${target}`;
}

function isFilePath(path: string): boolean {
  const segments = path.slice(1).split('/');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file is meant to be called so.
  return !/[\u0000-\u001f]/.test(path) && segments.every((one) => one !== '' && one !== '.' && one !== '..');
}

/** An octal number. Without its leading zero YAML means another number than people do, so it is not guessed. */
function readMode(node: TreeNode, problems: Problems): number {
  const match = /^0o?([0-7]{3,4})$/.exec((node.kind === 'scalar' ? node.text : '').trim());
  if (match) return Number.parseInt(match[1] ?? '', 8);
  problems.error(node, 'Expected permissions with a leading zero, such as 0440.');
  return READABLE;
}
