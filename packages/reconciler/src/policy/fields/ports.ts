import type { PolicyAllowance } from '../allowance';
import { ENGINE_PORTS } from '../limits';
import { breach, type FieldRule, isPlainObject, list, object, record, text } from './rule';

const PORT_KEY = /^([1-9]\d{0,4})\/(tcp|udp)$/;
const IPV4 = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;
const IPV6 = /^[0-9a-fA-F]*:[0-9a-fA-F:]*(:\d{1,3}(\.\d{1,3}){3})?$/;

export interface PortTrouble {
  rule: 'privileged-port' | 'reserved-port';
  /** Ends a sentence that begins with the port. */
  message: string;
}

/** True for an address that a port can be published on. */
export function isHostAddress(address: string): boolean {
  return address === '' || IPV4.test(address) || IPV6.test(address);
}

/** What is wrong with publishing a port of the host; null when nothing is, or the engine may choose. */
export function hostPortTrouble(port: number | null, allowance: PolicyAllowance): PortTrouble | null {
  if (port === null || port === 0) return null;
  if (ENGINE_PORTS.includes(port) || allowance.reservedPorts?.includes(port))
    return {
      rule: 'reserved-port',
      message: 'belongs to the platform or the engine of this host. Choose another, or leave the port out.',
    };
  if (port >= 1024 || allowance.privilegedPorts?.includes(port)) return null;
  return {
    rule: 'privileged-port',
    message:
      'is one of the host’s own (below 1024). Choose one from 1024, open the service with “x-jalon.expose”, or ask an admin.',
  };
}

const HOST_PORT: FieldRule = (value, field, { allowance }) => {
  if (typeof value !== 'string' || !/^\d{0,5}$/.test(value) || Number(value) > 65_535)
    return [breach('port', field, 'must be a port, or empty')];
  const trouble = hostPortTrouble(value === '' ? null : Number(value), allowance);
  return trouble ? [breach(trouble.rule, field, trouble.message)] : [];
};

const HOST_IP: FieldRule = (value, field) =>
  typeof value === 'string' && isHostAddress(value)
    ? []
    : [breach('host-address', field, 'must be an IP address of the host')];

const KEY: FieldRule = text(PORT_KEY, 'port', 'must be a port with its protocol, such as 80/tcp');

export const PORT_BINDINGS: FieldRule = (value, field, context) => {
  const wrong = record(KEY, list(object({ HostIp: HOST_IP, HostPort: HOST_PORT }), 100))(
    value,
    field,
    context,
  );
  return wrong.length === 0 &&
    isPlainObject(value) &&
    Object.keys(value).some((key) => Number.parseInt(key, 10) > 65_535)
    ? [breach('port', field, 'has a port above 65535')]
    : wrong;
};

export const EXPOSED_PORTS: FieldRule = record(KEY, object({}), 1_000);
