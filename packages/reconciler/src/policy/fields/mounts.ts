import { hostPathTrouble, mountTargetTrouble } from '../host-paths';
import { TMPFS_OPTIONS } from './leaves';
import {
  type Breach,
  breach,
  empty,
  type FieldContext,
  type FieldRule,
  flag,
  isPlainObject,
  list,
  object,
  oneOf,
  text,
} from './rule';

const VOLUME_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,254}$/;

const TARGET: FieldRule = (value, field, context) => {
  const wrong = text()(value, field, context);
  const trouble = wrong.length === 0 ? mountTargetTrouble(String(value)) : null;
  return trouble ? [breach('mount-target', field, trouble)] : wrong;
};

/** A volume that belongs to the stack, or one that an admin has opened to all. */
export function volumeNameBreaches(name: string, field: string, context: FieldContext): Breach[] {
  if (!VOLUME_NAME.test(name)) return [breach('volume-name', field, 'is no name of a volume')];
  if (context.stack === null || name.startsWith(`${context.stack}_`)) return [];
  if (context.allowance.externalVolumes?.includes(name)) return [];
  return [breach('external-volume', field, `names the volume “${name}”, which is not this stack's`)];
}

const BIND: FieldRule = (value, field, { allowance }) => {
  const trouble = hostPathTrouble(typeof value === 'string' ? value : '', allowance.bindSources ?? []);
  return trouble ? [breach(trouble.rule, field, trouble.message)] : [];
};

const SHARED = { Target: TARGET, ReadOnly: flag };
const BY_TYPE: Readonly<Record<string, FieldRule>> = {
  bind: object({ ...SHARED, Type: oneOf(['bind'], 'mount-type'), Source: BIND }, ['Source', 'Target']),
  volume: object(
    {
      ...SHARED,
      Type: oneOf(['volume'], 'mount-type'),
      Source: (value, field, context) =>
        typeof value === 'string'
          ? volumeNameBreaches(value, field, context)
          : [breach('wrong-type', field, 'must be a text')],
      // No DriverConfig: its options mount any path of the host, or of another machine.
      VolumeOptions: object({ NoCopy: flag, Labels: empty('reserved-label') }),
    },
    ['Source', 'Target'],
  ),
  tmpfs: object({ ...SHARED, Type: oneOf(['tmpfs'], 'mount-type'), TmpfsOptions: TMPFS_OPTIONS }, ['Target']),
};

/** Mounts in the long form, that containers and services of a cluster share. */
export const MOUNTS: FieldRule = list((value, field, context) => {
  const type = isPlainObject(value) ? value.Type : null;
  const rule = typeof type === 'string' && Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
  if (rule) return rule(value, field, context);
  return [breach('mount-type', `${field}.Type`, 'may only be volume, bind or tmpfs')];
}, 200);

/** The short form, `source:target[:mode]`: another way to the same place, so the same questions. */
export const BINDS: FieldRule = list((value, field, context) => {
  if (typeof value !== 'string') return [breach('wrong-type', field, 'must be a text')];
  const [source = '', target = '', mode = 'rw', ...rest] = value.split(':');
  if (rest.length > 0 || target === '' || !['ro', 'rw'].includes(mode))
    return [breach('bind-mount', field, 'must be source:target, with :ro at most')];
  const where = TARGET(target, field, context);
  return VOLUME_NAME.test(source)
    ? [...volumeNameBreaches(source, field, context), ...where]
    : [...BIND(source, field, context), ...where];
}, 200);
