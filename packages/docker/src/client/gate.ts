import { DomainError } from '@jalon/contracts';
import { type EngineRequest, type PolicyAllowance, requireAllowedRequest } from '@jalon/reconciler';
import type Docker from 'dockerode';

export type DialOptions = Parameters<Docker['modem']['dial']>[0];

type Fields = Record<string, unknown>;

/**
 * The last gate: every request of every caller passes here. Gives the request as it is to be sent, which is the very
 * data that was judged. Throws POLICY_REFUSED for one that the policy does not list.
 */
export function throughGate(options: DialOptions, allowance: PolicyAllowance): DialOptions {
  const sent = { ...options, options: onWire(options.options) };
  requireAllowedRequest(readRequest(sent), allowance);
  return sent;
}

/** What docker-modem makes of its options: `_query` and `_body`, or one object that is both. */
function readRequest(options: Omit<DialOptions, 'options'> & { options: Fields }): EngineRequest {
  const { method = 'GET', options: given } = options;
  const file = 'file' in options ? options.file : undefined;
  // docker-modem would read a file of this machine.
  if (typeof file === 'string') throw new DomainError('POLICY_REFUSED', 'Files are sent as streams only.');
  const mark = options.path.indexOf('?');
  // A query in the path is a name that was none: `x?force=true`.
  if (mark !== -1 && mark !== options.path.length - 1)
    throw new DomainError('POLICY_REFUSED', `“${options.path.slice(0, 80)}” is no path of an engine.`);
  const path = mark === -1 ? options.path : options.path.slice(0, mark);
  const { _query, _body, ...both } = given;
  const sendsBody = method === 'POST' && file === undefined;
  return {
    method,
    path,
    query: mark === -1 ? {} : isFields(_query) ? _query : both,
    body: sendsBody ? (_body ? _body : both) : null,
  };
}

/** As JSON carries it, without what docker-modem keeps to itself: an object that shows two faces shows one here. */
function onWire(given: unknown): Fields {
  if (!isFields(given)) return {};
  const { abortSignal: _signal, authconfig: _auth, ...rest } = given;
  return JSON.parse(JSON.stringify(rest)) as Fields;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
