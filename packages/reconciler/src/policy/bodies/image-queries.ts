import { LABELS } from '@jalon/contracts';
import { type FieldRule, flag, object, oneOf, record, text, whole } from '../fields/rule';
import { MAXIMUM, MINIMUM_MEMORY } from '../limits';

const BUILT = /^jalon\/[a-z0-9][a-z0-9._/-]{0,200}:[a-zA-Z0-9_.-]{1,128}$/;
const INSIDE = /^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\0]{1,400}$/;

export const DOCKERFILE: FieldRule = text(INSIDE, 'build-context', 'must be a file of the build context');

export const BUILD_ARGUMENTS: FieldRule = record(
  text(/^[A-Za-z_][A-Za-z0-9_.-]*$/, 'build-argument', 'must be letters, digits and “_”, no digit first'),
  text(),
  500,
);

export const BUILD_TARGET: FieldRule = text(
  /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,100}$/,
  'build-target',
  'must be the name of a stage',
);

const BUILD_MEMORY = whole(MINIMUM_MEMORY, MAXIMUM.memoryBytes, 'memory');

/**
 * Query of `POST /build`. What is not here cannot be asked for: a context from an address (`remote`), the host's network
 * (`networkmode`), a cgroup, a session with secrets and SSH keys, another frontend.
 */
export const BUILD_QUERY: FieldRule = object(
  {
    t: text(BUILT, 'image-reference', 'must be an image of Jalon’s own'),
    dockerfile: DOCKERFILE,
    buildargs: BUILD_ARGUMENTS,
    labels: object({ [LABELS.managed]: oneOf(['true'], 'identity') }),
    target: BUILD_TARGET,
    // A classic builder has no limit of processes.
    memory: BUILD_MEMORY,
    memswap: BUILD_MEMORY,
    cpuperiod: oneOf([100_000], 'hardening'),
    cpuquota: whole(1_000, MAXIMUM.cpus * 100_000, 'cpus'),
    rm: flag,
    forcerm: flag,
    nocache: flag,
    pull: flag,
  },
  ['t', 'memory', 'memswap', 'cpuperiod', 'cpuquota'],
  'hardening',
);

const REPOSITORY = /^[a-z0-9][a-zA-Z0-9._:/-]{0,254}$/;
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9_.:-]{0,134}$/;

/** Query of `POST /images/create`: a pull. */
export const PULL_QUERY: FieldRule = object(
  {
    fromImage: text(REPOSITORY, 'image-reference', 'is no image reference'),
    tag: text(TAG, 'image-reference', 'is no tag or digest'),
    platform: text(/^[a-z0-9/]{1,40}$/, 'image-reference', 'is no platform'),
  },
  ['fromImage'],
);

/** Query of `POST /images/create` with content: only the image that holds nothing; never from an address. */
export const IMPORT_QUERY: FieldRule = object(
  {
    fromSrc: oneOf(['-'], 'image-reference'),
    repo: oneOf(['jalon/empty'], 'image-reference'),
    tag: text(TAG, 'image-reference', 'is no tag'),
  },
  ['fromSrc', 'repo'],
);
