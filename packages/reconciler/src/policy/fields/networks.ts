import { ALIAS, isEngineNetwork, isReservedHost } from '../reserved-names';
import {
  type Breach,
  breach,
  type FieldContext,
  type FieldRule,
  isPlainObject,
  list,
  object,
  record,
  text,
} from './rule';

const NETWORK_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,254}$/;

/** A network that belongs to the stack, or one that an admin has opened to all; never one of the engine's own. */
export function networkNameBreaches(name: string, field: string, context: FieldContext): Breach[] {
  if (!NETWORK_NAME.test(name) || isEngineNetwork(name))
    return [breach('network-mode', field, 'may only name a network that the stack has made for itself')];
  if (context.stack !== null && name.startsWith(`${context.stack}_`)) return [];
  if (context.allowance.externalNetworks?.includes(name)) return [];
  return [breach('external-network', field, `names the network “${name}”, which is not this stack's`)];
}

export const ALIASES: FieldRule = list((value, field, context) => {
  const wrong = text(ALIAS, 'alias', 'is no name of a service')(value, field, context);
  if (wrong.length > 0 || !isReservedHost(String(value))) return wrong;
  return [breach('reserved-host', field, 'is a name of the platform or of the host')];
}, 200);

/** One network that a container is on: other names there, and nothing that takes an address or another's place. */
export const ENDPOINT: FieldRule = object({ Aliases: ALIASES });

const NAME: FieldRule = (value, field, context) => networkNameBreaches(String(value), field, context);

export const ENDPOINTS: FieldRule = record(NAME, ENDPOINT, 50);

/** The label that holds further networks is a second way to the same place. */
export function networksLabelBreaches(label: unknown, field: string, context: FieldContext): Breach[] {
  if (label === undefined) return [];
  const networks = parsed(label);
  if (!isPlainObject(networks)) return [breach('external-network', field, 'holds no networks')];
  return record(NAME, ALIASES, 50)(networks, field, context);
}

function parsed(label: unknown): unknown {
  try {
    return JSON.parse(String(label));
  } catch {
    return null;
  }
}
