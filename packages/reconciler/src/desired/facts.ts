import type { ContainerSpec, MountModel, PortModel } from '@jalon/contracts';

const SHOWN = new Set([
  ...['image', 'ports', 'expose', 'restart', 'init', 'readOnly', 'stopGracePeriodMs'],
  ...['cpus', 'memoryBytes', 'pids', 'shmBytes', 'ulimits'],
]);

/** True for a part whose value may be shown; where facts do not have it, it is empty. */
export function isShown(part: string): boolean {
  return SHOWN.has(part) || part.startsWith('volumes.');
}

/** Enough to tell two values apart; a label is no place for more. */
const LONGEST = 200;

/**
 * The parts of a container whose value may be shown in a plan, as text, by their names in `partHashes`. A command, an
 * environment, a label or a file may hold a secret that was put in for a variable, so they are not among them. Pure.
 */
export function factsOf(image: string, spec: ContainerSpec): Record<string, string> {
  const facts: Record<string, string> = {
    image,
    ports: spec.ports.map(portText).join(', '),
    expose: spec.expose.join(', '),
    restart: spec.restart,
    init: String(spec.init),
    readOnly: String(spec.readOnly),
    stopGracePeriodMs: `${spec.stopGracePeriodMs / 1000} s`,
    cpus: String(spec.cpus),
    memoryBytes: memoryText(spec.memoryBytes),
    pids: String(spec.pids),
    shmBytes: spec.shmBytes === null ? '' : memoryText(spec.shmBytes),
    ulimits: Object.entries(spec.ulimits)
      .map(([name, { soft, hard }]) => `${name} ${soft}/${hard}`)
      .join(', '),
  };
  for (const mount of spec.mounts) facts[`volumes.${mount.target}`] = mountText(mount);
  const said = Object.entries(facts).filter(([, text]) => text !== '');
  return Object.fromEntries(said.map(([part, text]) => [part, text.slice(0, LONGEST)]));
}

function portText({ hostIp, published, target, protocol }: PortModel): string {
  const suffix = protocol === 'tcp' ? '' : `/${protocol}`;
  if (published === null) return `${target}${suffix}`;
  const host = hostIp === '' ? '' : `${hostIp}:`;
  return `${host}${published}:${target}${suffix}`;
}

function mountText({ type, source, readOnly }: MountModel): string {
  return [source || type, ...(readOnly ? ['read only'] : [])].join(', ');
}

const MIB = 1024 ** 2;

function memoryText(bytes: number): string {
  const mebibytes = bytes / MIB;
  return mebibytes >= 1024 && mebibytes % 1024 === 0
    ? `${mebibytes / 1024} GiB`
    : `${Math.round(mebibytes * 10) / 10} MiB`;
}
