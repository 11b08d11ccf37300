import type { ServiceModel } from '@jalon/contracts';
import type { Problems } from '../yaml/problems';
import { readBoolean, readBytes, readDuration, readMap, readNumber, readText, readTexts } from '../yaml/read';
import { type Entry, entryOf, isNull, type MapNode, type TreeNode } from '../yaml/tree';
import { readBuild } from './build';
import { readCommand } from './command';
import { readDependsOn } from './depends-on';
import { readEnvironment, readLabels } from './environment';
import { readHealthcheck } from './healthcheck';
import { describe, HOST_ACCESS_READERS, noHostAccess, OTHER_HOST_KEYS } from './host-access';
import { noJalon, readJalon } from './jalon';
import { readDeploy, readPids, readReplicas, readUlimits } from './limits';
import { readLinks } from './links';
import { readServiceNetworks } from './networks';
import { readExpose, readPorts } from './ports';
import { readRestart } from './restart';
import { refusalOf, warningOf } from './unsupported';
import { readMounts, readTmpfs } from './volumes';

interface Context {
  variables: Record<string, string>;
  problems: Problems;
}
type Reader = (service: ServiceModel, node: TreeNode, context: Context) => void;

/** One reader per key; null stands for “not written” except where a reader says otherwise. */
const READERS: Record<string, Reader> = {
  image: (service, node, { problems }) => {
    service.image = readImage(node, problems);
  },
  build: (service, node, { variables, problems }) => {
    service.build = readBuild(node, variables, problems);
  },
  command: (service, node, { problems }) => {
    service.command = readCommand(node, problems);
  },
  entrypoint: (service, node, { problems }) => {
    service.entrypoint = readCommand(node, problems);
  },
  environment: (service, node, { variables, problems }) => {
    service.environment = readEnvironment(node, variables, problems);
  },
  labels: (service, node, { problems }) => {
    service.labels = readLabels(node, problems);
  },
  ports: (service, node, { problems }) => {
    service.ports = readPorts(node, problems);
  },
  expose: (service, node, { problems }) => {
    service.expose = readExpose(node, problems);
  },
  volumes: (service, node, { problems }) => {
    service.mounts.push(...readMounts(node, problems));
  },
  tmpfs: (service, node, { problems }) => {
    service.mounts.push(...readTmpfs(node, problems));
  },
  networks: (service, node, { problems }) => {
    service.networks = readServiceNetworks(node, problems);
  },
  depends_on: (service, node, { problems }) => {
    service.dependsOn = { ...service.dependsOn, ...readDependsOn(node, problems) };
  },
  links: (service, node, { problems }) => {
    service.dependsOn = { ...readLinks(node, problems), ...service.dependsOn };
  },
  healthcheck: (service, node, { problems }) => {
    service.healthcheck = readHealthcheck(node, problems);
  },
  restart: (service, node, { problems }) => {
    service.restart = readRestart(node, problems);
  },
  user: (service, node, { problems }) => {
    service.user = readText(node, problems);
  },
  working_dir: (service, node, { problems }) => {
    service.workingDir = readText(node, problems);
  },
  hostname: (service, node, { problems }) => {
    service.hostname = readText(node, problems);
  },
  init: (service, node, { problems }) => {
    service.init = readBoolean(node, problems) ?? false;
  },
  read_only: (service, node, { problems }) => {
    service.readOnly = readBoolean(node, problems) ?? false;
  },
  stop_signal: (service, node, { problems }) => {
    service.stopSignal = readText(node, problems);
  },
  stop_grace_period: (service, node, { problems }) => {
    service.stopGracePeriodMs = readDuration(node, problems);
  },
  cpus: (service, node, { problems }) => {
    service.cpus = readNumber(node, problems);
  },
  mem_limit: (service, node, { problems }) => {
    service.memoryBytes = readBytes(node, problems);
  },
  pids_limit: (service, node, { problems }) => {
    service.pids = readPids(node, problems);
  },
  shm_size: (service, node, { problems }) => {
    service.shmBytes = readBytes(node, problems);
  },
  ulimits: (service, node, { problems }) => {
    service.ulimits = readUlimits(node, problems);
  },
  extra_hosts: (service, node, { problems }) => {
    service.extraHosts = readExtraHosts(node, problems);
  },
  profiles: (service, node, { problems }) => {
    service.profiles = readTexts(node, problems);
  },
  deploy: (service, node, { problems }) => readDeploy(node, service, problems),
  scale: (_service, node, { problems }) => readReplicas(node, problems),
  'x-jalon': (service, node, { problems }) => {
    service.jalon = readJalon(node, problems);
  },
};

/** One service of the file in the long form. What it asks for and cannot have is in `problems`. */
export function readService(entry: Entry, context: Context): ServiceModel {
  const service = blankService(entry.key);
  const map = readMap(entry.value, context.problems, 'a map with "image" or "build"');
  if (!map) return service;
  for (const { key, at, value } of map.entries) readKey(service, key, at, value, context);
  checkSource(service, map, context.problems);
  return service;
}

function readKey(
  service: ServiceModel,
  key: string,
  at: Entry['at'],
  node: TreeNode,
  context: Context,
): void {
  const { problems } = context;
  const reader = Object.hasOwn(READERS, key) ? READERS[key] : undefined;
  const hostReader = Object.hasOwn(HOST_ACCESS_READERS, key) ? HOST_ACCESS_READERS[key] : undefined;
  if (reader) {
    if (!isNull(node)) reader(service, node, context);
  } else if (hostReader) {
    if (!isNull(node)) hostReader(service.hostAccess, node, problems);
  } else if (OTHER_HOST_KEYS.some((known) => known === key)) {
    if (!isNull(node)) service.hostAccess.other.push({ key, value: describe(node) });
  } else if (warningOf(key)) problems.warn(at, `"${key}" has no effect here: ${warningOf(key)}`);
  else if (!key.startsWith('x-')) problems.error(at, refusalOf(key));
}

function checkSource(service: ServiceModel, map: MapNode, problems: Problems): void {
  const image = entryOf(map, 'image');
  if (!entryOf(map, 'build') && !image)
    problems.error(map, `Service "${service.name}" needs "image" or "build".`);
  if (service.build && image)
    problems.warn(
      image,
      'The image is built here: its tag is made from the content, not taken from "image".',
    );
}

function readImage(node: TreeNode, problems: Problems): string | null {
  const image = readText(node, problems);
  if (image === null || /^[a-z0-9][a-zA-Z0-9._:/@-]{0,254}$/.test(image)) return image;
  problems.error(node, `"${image.slice(0, 80)}" is no image reference. Write one such as postgres:16.`);
  return null;
}

function readExtraHosts(node: TreeNode, problems: Problems): string[] {
  const entries = node.kind === 'map' ? node.entries.map(({ key, value }) => ({ key, value })) : null;
  if (entries) return entries.map(({ key, value }) => `${key}:${readText(value, problems) ?? ''}`);
  return readTexts(node, problems).map((text) => text.replace('=', ':'));
}

function blankService(name: string): ServiceModel {
  return {
    name,
    image: null,
    build: null,
    command: null,
    entrypoint: null,
    environment: {},
    labels: {},
    ports: [],
    expose: [],
    mounts: [],
    networks: {},
    dependsOn: {},
    healthcheck: null,
    restart: 'no',
    user: null,
    workingDir: null,
    hostname: null,
    init: false,
    readOnly: false,
    stopSignal: null,
    stopGracePeriodMs: null,
    cpus: null,
    memoryBytes: null,
    pids: null,
    shmBytes: null,
    ulimits: {},
    extraHosts: [],
    profiles: [],
    hostAccess: noHostAccess(),
    jalon: noJalon(),
  };
}
