import { STACK_LABELS, stackOf } from '../fields/labels';
import { volumeNameBreaches } from '../fields/mounts';
import { ENDPOINT, networkNameBreaches } from '../fields/networks';
import { empty, type FieldRule, flag, isPlainObject, object, oneOf, text } from '../fields/rule';

/** The stack of an object is the one that its own labels name. */
const ofOwnStack =
  (rule: FieldRule): FieldRule =>
  (value, field, context) =>
    rule(value, field, { ...context, stack: stackOf(isPlainObject(value) ? value.Labels : null) });

/** `POST /volumes/create`. Options of a driver mount any path of the host or of another machine: there are none. */
export const VOLUME_BODY: FieldRule = ofOwnStack(
  object(
    {
      Name: (value, field, context) => volumeNameBreaches(String(value), field, context),
      Driver: oneOf(['local'], 'volume-driver'),
      DriverOpts: empty('volume-driver-options'),
      Labels: STACK_LABELS,
    },
    ['Name', 'Labels'],
    'identity',
  ),
);

/** `POST /networks/create`: a bridge of the stack's own. Options of a driver can name an interface of the host. */
export const NETWORK_BODY: FieldRule = ofOwnStack(
  object(
    {
      Name: (value, field, context) =>
        networkNameBreaches(String(value), field, { ...context, allowance: {} }),
      CheckDuplicate: flag,
      Internal: flag,
      Attachable: oneOf([false], 'network-mode'),
      Driver: oneOf(['bridge'], 'network-driver'),
      Options: empty('network-driver'),
      Labels: STACK_LABELS,
    },
    ['Name', 'Labels'],
    'identity',
  ),
);

const CONTAINER: FieldRule = text(/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/, 'identity', 'is no name of a container');

/** `POST /networks/{id}/connect`. */
export const CONNECT_BODY: FieldRule = object({ Container: CONTAINER, EndpointConfig: ENDPOINT }, [
  'Container',
]);

export const DISCONNECT_BODY: FieldRule = object({ Container: CONTAINER, Force: flag }, ['Container']);
