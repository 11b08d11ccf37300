import { type CapabilityTrouble, capabilityTrouble, plainCapability } from '@jalon/contracts';
import type { PolicyAllowance } from './allowance';
import { breach, type FieldRule, list } from './fields/rule';

/** Why a service does not get a capability that it asks for, in words that end with what to do; null: it gets it. */
export function capabilityRefusal(
  name: string,
  { capabilities = [], host }: PolicyAllowance,
): { trouble: CapabilityTrouble; message: string } | null {
  const trouble = capabilityTrouble(name, capabilities);
  return trouble === null ? null : { trouble, message: SAYS[trouble](host) };
}

const INSTEAD = 'use an image that runs without the capability.';

const SAYS: Record<CapabilityTrouble, (host: string | undefined) => string> = {
  UNKNOWN: () => 'Linux has no capability of that name. Write one such as NET_BIND_SERVICE, or remove it.',
  NEVER: (host) => `It gives the host${named(host)} away, so nobody can allow it. Remove it, or ${INSTEAD}`,
  NOT_ALLOWED: (host) =>
    host === undefined
      ? `Nothing allows it here: only an admin of Jalon can, for a host that it knows. Remove it, or ${INSTEAD}`
      : `It is not allowed on the host${named(host)}. Ask an admin to allow it there, on the page Hosts, or ${INSTEAD}`,
};

function named(host: string | undefined): string {
  return host === undefined ? '' : ` "${host.slice(0, 80)}"`;
}

const CAPABILITY: FieldRule = (value, field, { allowance }) => {
  // By its plain name only: what is sent is what was judged.
  if (typeof value !== 'string' || plainCapability(value) !== value)
    return [breach('added-capability', field, 'must be the name of a capability, without CAP_')];
  const refusal = capabilityRefusal(value, allowance);
  return refusal ? [breach('added-capability', field, `asks for ${value}. ${refusal.message}`)] : [];
};

/** What `HostConfig.CapAdd` may hold: what the host allows, and nothing else. */
export const CAPABILITIES: FieldRule = list(CAPABILITY, 50);
