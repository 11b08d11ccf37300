import {
  COMPOSE_LABELS,
  type DesiredNetwork,
  type DesiredVolume,
  LABELS,
  type ServiceModel,
  type StackModel,
  type StackTarget,
} from '@jalon/contracts';
import { configHash } from './config-hash';
import { anonymousVolumeKey } from './container-spec';
import { objectLabels } from './labels';
import { networkName, volumeName } from './names';

/** Networks that at least one of the services is on. */
export function desiredNetworks(
  stack: StackModel,
  target: StackTarget,
  services: ServiceModel[],
): Record<string, DesiredNetwork> {
  const used = new Set(services.flatMap((service) => Object.keys(service.networks)));
  const networks: Record<string, DesiredNetwork> = {};
  for (const key of [...used].sort()) {
    const model = stack.networks[key] ?? { external: null, internal: false, driver: null, labels: {} };
    const { external, internal, driver, labels } = model;
    const hash = configHash({ internal, driver: driver ?? 'bridge', labels });
    networks[key] = {
      key,
      name: external ?? networkName(target, key),
      external: external !== null,
      internal,
      driver,
      labels: {
        ...labels,
        ...objectLabels(target),
        [COMPOSE_LABELS.network]: key,
        [LABELS.configHash]: hash,
      },
      configHash: hash,
    };
  }
  return networks;
}

/** Every declared volume, jobs' own included, and one for each anonymous volume of a service. */
export function desiredVolumes(
  stack: StackModel,
  target: StackTarget,
  services: ServiceModel[],
): Record<string, DesiredVolume> {
  const anonymous = services.flatMap((service) =>
    service.mounts
      .filter((mount) => mount.type === 'volume' && mount.source === '')
      .map((mount) => anonymousVolumeKey(service.name, mount.target)),
  );
  const volumes: Record<string, DesiredVolume> = {};
  for (const key of [...new Set([...Object.keys(stack.volumes), ...anonymous])].sort()) {
    const model = stack.volumes[key] ?? { external: null, driver: null, driverOpts: {}, labels: {} };
    volumes[key] = {
      key,
      name: model.external ?? volumeName(target, key),
      external: model.external !== null,
      driver: model.driver,
      driverOpts: model.driverOpts,
      labels: { ...model.labels, ...objectLabels(target), [COMPOSE_LABELS.volume]: key },
    };
  }
  return volumes;
}
