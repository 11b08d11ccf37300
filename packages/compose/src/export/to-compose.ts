import type { FileSourceModel, NetworkModel, StackModel, VolumeModel } from '@jalon/contracts';
import { composeText, type Writable } from './compose-text';
import { map, mapValues, writeService } from './write-service';

/**
 * A stack as a Compose file in the long form, which means the same: read again with the same variables and project files
 * it gives the same stack. Secrets are named by their variable or file and never written out; what `environment` and
 * `configs` hold is written as it is. Build contexts of Jalon (`jalon://…`) are understood by Jalon only.
 */
export function toCompose(stack: StackModel): string {
  return composeText({
    services: mapValues(stack.services, writeService),
    networks: map(mapValues(stack.networks, writeNetwork)),
    volumes: map(mapValues(stack.volumes, writeVolume)),
    secrets: map(mapValues(stack.secrets, writeSource)),
    configs: map(mapValues(stack.configs, writeSource)),
  });
}

function writeNetwork({ external, internal, driver, labels }: NetworkModel): Writable {
  if (external !== null) return { external: true, name: external };
  return { driver: driver ?? undefined, internal: internal || undefined, labels: map(labels) };
}

function writeVolume({ external, driver, driverOpts, labels }: VolumeModel): Writable {
  if (external !== null) return { external: true, name: external };
  return { driver: driver ?? undefined, driver_opts: map(driverOpts), labels: map(labels) };
}

function writeSource({ from, origin, content }: FileSourceModel): Writable {
  if (from === 'environment') return { environment: origin };
  return from === 'file' ? { file: `./${origin}` } : { content };
}
