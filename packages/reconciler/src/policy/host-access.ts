import type { HostAccess, Refusal, ServiceModel } from '@jalon/contracts';
import type { PolicyAllowance } from './allowance';
import { capabilityRefusal } from './capabilities';

interface HostRule {
  rule: string;
  /** What was asked for, in the words of the file; null: nothing. */
  asked: (access: HostAccess) => string | null;
  advice: string;
}

/** One rule per key that gives power over the host; all of them are closed. Capabilities are judged one by one. */
const RULES: HostRule[] = [
  {
    rule: 'privileged',
    asked: ({ privileged }) => (privileged ? 'privileged: true' : null),
    advice: 'Remove it; a container needs no power over its host.',
  },
  {
    rule: 'device',
    asked: ({ devices }) => list('devices', devices),
    advice: 'Remove it; devices of the host are not given to stacks.',
  },
  {
    rule: 'security-option',
    asked: ({ securityOpt }) =>
      list(
        'security_opt',
        securityOpt.filter((option) => !isHarmless(option)),
      ),
    advice: 'Only no-new-privileges is allowed, and it is always on.',
  },
  {
    rule: 'network-mode',
    asked: ({ networkMode }) => text('network_mode', networkMode),
    advice: 'Remove it: a stack has networks of its own; publish a port or use "x-jalon.expose".',
  },
  {
    rule: 'pid-namespace',
    asked: ({ pid }) => text('pid', pid),
    advice: 'Remove it: processes of the host and of other containers stay out of sight.',
  },
  {
    rule: 'ipc-namespace',
    asked: ({ ipc }) => (ipc === 'private' ? null : text('ipc', ipc)),
    advice: 'Remove it; for more shared memory set "shm_size".',
  },
  {
    rule: 'user-namespace',
    asked: ({ usernsMode }) => text('userns_mode', usernsMode),
    advice: 'Remove it.',
  },
  {
    rule: 'cgroup-parent',
    asked: ({ cgroupParent }) => text('cgroup_parent', cgroupParent),
    advice: 'Remove it; limits are set with "deploy.resources.limits".',
  },
  {
    rule: 'sysctl',
    asked: ({ sysctls }) => list('sysctls', sysctls),
    advice: 'Remove it; settings of the kernel belong to the host.',
  },
];

/** Refusals for what a service asks of its host. */
export function hostAccessRefusals(
  { name, hostAccess }: ServiceModel,
  allowance: PolicyAllowance,
): Refusal[] {
  const known = RULES.flatMap(({ rule, asked, advice }) => {
    const what = asked(hostAccess);
    return what === null ? [] : [refusal(rule, name, what, advice)];
  });
  const capabilities = hostAccess.capAdd.flatMap((capability) => {
    const found = capabilityRefusal(capability, allowance);
    const what = `cap_add: ${capability.slice(0, 40)}`;
    return found ? [refusal('added-capability', name, what, found.message)] : [];
  });
  const other = hostAccess.other.map(({ key, value }) =>
    refusal('host-access', name, text(key, value) ?? key, 'Remove it; it reaches past the container.'),
  );
  return [...known, ...capabilities, ...other];
}

function refusal(rule: string, service: string, what: string, advice: string): Refusal {
  return { rule, service, message: `Service "${service}" asks for "${what}". ${advice}` };
}

function isHarmless(option: string): boolean {
  return /^no-new-privileges([:=]true)?$/.test(option);
}

function list(key: string, values: string[]): string | null {
  return values.length === 0 ? null : `${key}: ${values.join(', ')}`;
}

function text(key: string, value: string | null): string | null {
  return value === null ? null : `${key}: ${value}`;
}
