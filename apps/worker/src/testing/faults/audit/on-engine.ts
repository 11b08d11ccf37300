import { LABELS } from '@jalon/contracts';
import type { TestEnvironment } from '@jalon/db/testing';
import type { TestEngine } from '@jalon/docker/testing';

type Docker = TestEngine['docker'];

/** One container, as far as a test cares. */
export interface SeenContainer {
  name: string;
  service: string;
  state: string;
  health: string;
  exitCode: number;
  version: string;
  networks: string[];
  volumes: string[];
  ports: number[];
}

/** Everything of one environment on its engine, found by label or by name: what lost its labels is seen as well. */
export interface Seen {
  containers: SeenContainer[];
  networks: string[];
  volumes: string[];
}

export async function seeOnEngine(docker: Docker, environment: TestEnvironment): Promise<Seen> {
  const { environmentId, projectSlug } = environment;
  const isOurs = (name: string, labels: Record<string, string> | undefined): boolean =>
    name.startsWith(projectSlug) || labels?.[LABELS.environmentId] === environmentId;
  const [containers, networks, { Volumes }] = await Promise.all([
    docker.listContainers({ all: true }),
    docker.listNetworks(),
    docker.listVolumes(),
  ]);
  const ours = containers.filter(({ Names, Labels }) => isOurs(Names[0]?.slice(1) ?? '', Labels));
  return {
    containers: (await Promise.all(ours.map(({ Id }) => inspect(docker, Id)))).sort(byName),
    networks: networks.filter(({ Name, Labels }) => isOurs(Name, Labels)).map(({ Name }) => Name),
    volumes: (Volumes ?? []).filter(({ Name, Labels }) => isOurs(Name, Labels)).map(({ Name }) => Name),
  };
}

async function inspect(docker: Docker, id: string): Promise<SeenContainer> {
  const found = await docker.getContainer(id).inspect();
  const { State, Config, NetworkSettings, Mounts } = found;
  const bindings = Object.values(NetworkSettings.Ports ?? {}).flatMap((each) => each ?? []);
  return {
    name: found.Name.slice(1),
    service: Config.Labels[LABELS.service] ?? '',
    state: State.Status,
    health: State.Health?.Status ?? 'none',
    exitCode: State.ExitCode,
    version: /^VERSION=(.*)$/m.exec(Config.Env.join('\n'))?.[1] ?? '',
    networks: Object.keys(NetworkSettings.Networks).sort(),
    volumes: Mounts.flatMap(({ Name }) => Name ?? []),
    ports: bindings.map(({ HostPort }) => Number(HostPort)),
  };
}

function byName(one: SeenContainer, other: SeenContainer): number {
  return one.name < other.name ? -1 : 1;
}
