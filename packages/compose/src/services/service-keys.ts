import type { ServiceModel } from '@jalon/contracts';
import type { Problems } from '../yaml/problems';
import { readBoolean, readBytes, readDuration, readNumber, readText, readTexts } from '../yaml/read';
import type { TreeNode } from '../yaml/tree';
import { readBuild } from './build';
import { readCommand } from './command';
import { readDependsOn } from './depends-on';
import { readEnvFiles, readLabelFiles } from './env-file';
import { readEnvironment, readLabels } from './environment';
import { readExtraHosts } from './extra-hosts';
import { readFileGrants } from './file-grants';
import { readHealthcheck } from './healthcheck';
import { readJalon } from './jalon';
import { readDeploy, readMemory, readPids, readUlimits } from './limits';
import { readLinks } from './links';
import { readServiceNetworks } from './networks';
import { readExpose, readPorts } from './ports';
import { readReplicas } from './replicas';
import { readRestart } from './restart';
import type { ServiceContext } from './service';
import { readMounts, readTmpfs } from './volumes';

type Reader = (service: ServiceModel, node: TreeNode, context: ServiceContext) => void;

/** One reader per key; null stands for “not written” except where a reader says otherwise. */
export const READERS: Record<string, Reader> = {
  image: (service, node, { problems }) => {
    service.image = readImage(node, problems);
  },
  build: (service, node, context) => {
    service.build = readBuild(node, context);
  },
  command: (service, node, { problems }) => {
    service.command = readCommand(node, problems);
  },
  entrypoint: (service, node, { problems }) => {
    service.entrypoint = readCommand(node, problems);
  },
  // Still here when it led nowhere, which was reported.
  extends: () => undefined,
  env_file: (service, node, context) => {
    service.environment = readEnvFiles(node, context);
  },
  environment: (service, node, { variables, problems }) => {
    const known = { ...service.environment, ...variables };
    service.environment = { ...service.environment, ...readEnvironment(node, known, problems) };
  },
  label_file: (service, node, context) => {
    service.labels = readLabelFiles(node, context);
  },
  labels: (service, node, { problems }) => {
    service.labels = { ...service.labels, ...readLabels(node, problems) };
  },
  secrets: (service, node, { problems }) => {
    service.secrets = readFileGrants(node, 'secret', problems);
  },
  configs: (service, node, { problems }) => {
    service.configs = readFileGrants(node, 'config', problems);
  },
  container_name: (service, node, { problems, extraNames }) => {
    const name = readText(node, problems);
    if (name === null) return;
    extraNames.ask(service.name, name, node);
    problems.warn(
      node,
      '"container_name" has no effect here: Jalon names containers. Others reach it by both names.',
    );
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
  links: (service, node, context) => {
    service.dependsOn = { ...readLinks(node, context), ...service.dependsOn };
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
    service.memoryBytes = readMemory(node, problems);
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
  scale: (service, node, { problems }) => readReplicas(service, node, problems),
  'x-jalon': (service, node, { problems }) => {
    service.jalon = readJalon(node, problems);
  },
};

function readImage(node: TreeNode, problems: Problems): string | null {
  const image = readText(node, problems);
  if (image === null || /^[a-z0-9][a-zA-Z0-9._:/@-]{0,254}$/.test(image)) return image;
  problems.error(node, `"${image.slice(0, 80)}" is no image reference. Write one such as postgres:16.`);
  return null;
}
