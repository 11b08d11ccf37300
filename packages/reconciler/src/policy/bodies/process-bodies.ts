import { ARGUMENTS, ENVIRONMENT, RESTART_POLICY, USER, WORKING_DIR } from '../fields/leaves';
import { empty, type FieldRule, flag, list, object, oneOf, text, whole } from '../fields/rule';
import { RESOURCES } from './host-config';

/** `POST /containers/{id}/exec`: a command with no more rights than the container it runs in. */
export const EXEC_BODY: FieldRule = object(
  {
    AttachStdin: flag,
    AttachStdout: flag,
    AttachStderr: flag,
    Tty: flag,
    DetachKeys: text(/^.{0,32}$/),
    ConsoleSize: list(whole(1, 10_000), 2),
    Cmd: ARGUMENTS,
    Env: ENVIRONMENT,
    User: USER,
    WorkingDir: WORKING_DIR,
    Privileged: oneOf([false], 'privileged', 'may only be false'),
  },
  ['Cmd'],
);

/** `POST /exec/{id}/start`. */
export const EXEC_START_BODY: FieldRule = object({
  Detach: flag,
  Tty: flag,
  ConsoleSize: list(whole(1, 10_000), 2),
});

/** `POST /containers/{id}/update`: limits and the restart policy, within the bounds of creation. */
export const UPDATE_BODY: FieldRule = object({ ...RESOURCES, RestartPolicy: RESTART_POLICY });

/** A request that has everything in its address. */
export const NO_BODY: FieldRule = empty('unlisted-field');
