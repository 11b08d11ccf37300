import type { ServiceModel } from '@jalon/contracts';
import type { ProjectFiles } from '../files/project-files';
import type { Problems } from '../yaml/problems';
import { readMap } from '../yaml/read';
import { type Entry, entryOf, isNull, type MapNode, type TreeNode, toJson } from '../yaml/tree';
import { blankService } from './blank-service';
import type { ExtraNames } from './extra-names';
import { checkFileTargets } from './file-grants';
import { describe, HOST_ACCESS_READERS, OTHER_HOST_KEYS } from './host-access';
import { checkReplicas } from './replicas';
import { READERS } from './service-keys';
import { refusalOf, warningOf } from './unsupported';
import { checkMountTargets } from './volumes';

export interface ServiceContext {
  variables: Readonly<Record<string, string>>;
  files: ProjectFiles;
  problems: Problems;
  extraNames: ExtraNames;
  /** Environment files that were read, by path. */
  environments: Map<string, Record<string, string>>;
  /** Build contexts may be folders of the project. */
  folderBuilds: boolean;
}

/** Keys whose meaning depends on others come before or after them, wherever they are written. */
const TURNS: Record<string, number> = { env_file: -1, label_file: -1, deploy: 1 };

/** One service of the file in the long form. What it asks for and cannot have is in `problems`. */
export function readService(entry: Entry, context: ServiceContext): ServiceModel {
  const service = blankService(entry.key);
  const map = readMap(entry.value, context.problems, 'a map with "image" or "build"');
  if (!map) return service;
  const turn = ({ key }: Entry) => TURNS[key] ?? 0;
  for (const { key, at, value } of map.entries.toSorted((a, b) => turn(a) - turn(b)))
    readKey(service, key, at, value, context);
  checkSource(service, map, context.problems);
  checkMountTargets(service, entryOf(map, 'tmpfs') ?? entryOf(map, 'volumes') ?? map, context.problems);
  checkReplicas(service, map, context.problems);
  checkFileTargets(service, entryOf(map, 'secrets') ?? entryOf(map, 'configs') ?? map, context.problems);
  return service;
}

function readKey(
  service: ServiceModel,
  key: string,
  at: Entry['at'],
  node: TreeNode,
  context: ServiceContext,
): void {
  const { problems } = context;
  const reader = Object.hasOwn(READERS, key) ? READERS[key] : undefined;
  const hostReader = Object.hasOwn(HOST_ACCESS_READERS, key) ? HOST_ACCESS_READERS[key] : undefined;
  if (reader) {
    if (!isNull(node)) reader(service, node, context);
  } else if (hostReader) {
    if (!isNull(node)) hostReader(service.hostAccess, node, problems);
  } else if (OTHER_HOST_KEYS.some((known) => known === key)) {
    if (!isNull(node)) service.hostAccess.other.push({ key, value: describe(node), written: toJson(node) });
  } else if (warningOf(key)) problems.warn(at, `"${key}" has no effect here: ${warningOf(key)}`);
  else if (!key.startsWith('x-')) problems.error(at, refusalOf(key));
}

function checkSource(service: ServiceModel, map: MapNode, problems: Problems): void {
  const image = entryOf(map, 'image');
  if (!entryOf(map, 'build') && !image && !entryOf(map, 'extends'))
    problems.error(map, `Service "${service.name}" needs "image" or "build".`);
  if (service.build && image)
    problems.warn(
      image,
      'The image is built here: its tag is made from the content, not taken from "image".',
    );
}
