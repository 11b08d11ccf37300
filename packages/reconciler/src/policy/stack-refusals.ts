import type { NetworkModel, Refusal, StackModel, VolumeModel } from '@jalon/contracts';
import type { PolicyAllowance } from './allowance';
import { labelRefusals } from './label-refusals';
import { MAXIMUM } from './limits';
import { isEngineNetwork } from './reserved-names';
import { textLength } from './texts';

/** A volume of the top level. Options of a driver are a second way to every mount that is refused elsewhere. */
export function volumeRefusals(volume: VolumeModel, allowance: PolicyAllowance): Refusal[] {
  const { name, external, driver, driverOpts, labels } = volume;
  const refusals = labelRefusals(null, labels);
  if (external !== null && !allowance.externalVolumes?.includes(external))
    refusals.push(externalRefusal('volume', name, external));
  const options = Object.keys(driverOpts);
  if (options.length > 0)
    refusals.push({
      rule: 'volume-driver-options',
      service: null,
      message: `Volume "${name}" sets driver options (${options.join(', ').slice(0, 200)}), which can mount any path of the host. Remove "driver_opts".`,
    });
  if (driver !== null && driver !== 'local')
    refusals.push({
      rule: 'volume-driver',
      service: null,
      message: `Volume "${name}" uses the driver "${driver.slice(0, 80)}". Leave "driver" out.`,
    });
  return refusals;
}

/** A network of the top level. Those that every engine has are shared by all, so no admin can open them. */
export function networkRefusals(network: NetworkModel, allowance: PolicyAllowance): Refusal[] {
  const { name, external, driver, labels } = network;
  const refusals = labelRefusals(null, labels);
  const joins =
    external !== null && (isEngineNetwork(external) || !allowance.externalNetworks?.includes(external));
  if (joins) refusals.push(externalRefusal('network', name, external));
  if (driver !== null && driver !== 'bridge')
    refusals.push({
      rule: 'network-driver',
      service: null,
      message: `Network "${name}" uses the driver "${driver.slice(0, 80)}", which can put a container on the host's own network. Write bridge, or leave "driver" out.`,
    });
  return refusals;
}

/** What everybody on the host shares, and one stack could take all of. */
export function countRefusals(stack: StackModel): Refusal[] {
  const ports = Object.values(stack.services).reduce((sum, { ports }) => sum + ports.length, 0);
  return [
    tooMany('ports', 'published ports', ports, MAXIMUM.portsOfStack),
    tooMany('networks', 'networks', Object.keys(stack.networks).length, MAXIMUM.networksOfStack),
    tooMany('volumes', 'volumes', Object.keys(stack.volumes).length, MAXIMUM.volumesOfStack),
  ].flatMap((refusal) => refusal ?? []);
}

/** A text that anchors repeat a thousand times is short in the file and long in every plan, row and request. */
export function sizeRefusals(stack: StackModel): Refusal[] {
  if (textLength(stack, MAXIMUM.stackCharacters) <= MAXIMUM.stackCharacters) return [];
  const millions = MAXIMUM.stackCharacters / 1_000_000;
  const message = `The stack holds more than ${millions} million characters once its anchors and variables are filled in. Shorten its texts, or put them into an image or a volume.`;
  return [{ rule: 'too-large', service: null, message }];
}

function tooMany(key: string, what: string, count: number, most: number): Refusal | null {
  if (count <= most) return null;
  const message = `The stack has ${count} ${what}; ${most} is the most that one stack may take of what the host has for all. Use fewer, or split the stack.`;
  return { rule: `too-many-${key}`, service: null, message };
}

function externalRefusal(kind: 'volume' | 'network', name: string, external: string): Refusal {
  return {
    rule: `external-${kind}`,
    service: null,
    message: `The ${kind} "${name}" is the existing ${kind} ${external.slice(0, 80)}, which may belong to another project. Remove "external", or ask an admin to allow it.`,
  };
}
