import type { ServiceModel } from '@jalon/contracts';
import { BUILD_ARGUMENTS, BUILD_TARGET, DOCKERFILE } from './bodies/image-queries';
import { ANY_LABELS } from './fields/labels';
import { ARGUMENTS, ENVIRONMENT, HOSTNAME, STOP_SIGNAL, USER, WORKING_DIR } from './fields/leaves';
import type { FieldRule } from './fields/rule';
import { ALIAS, EXTRA_HOST, isHostGateway, isReservedHost } from './reserved-names';
import { hasZeroByte } from './texts';

type Finding = { rule: string; message: string };

/** Names that a service answers to or calls others by, and texts that an engine would read otherwise than a person. */
export function nameRefusals(service: ServiceModel): Finding[] {
  return [...aliasFindings(service), ...extraHostFindings(service), ...textFindings(service)];
}

function aliasFindings({ name, hostname, networks }: ServiceModel): Finding[] {
  const names = [...new Set([name, ...Object.values(networks).flat()])];
  const reserved = [...names, hostname ?? ''].filter(isReservedHost).map((taken) => ({
    rule: 'reserved-host',
    message: `answers to "${taken.slice(0, 80)}", a name of the platform or of the host. Choose another.`,
  }));
  const unreadable = names
    .filter((alias) => !ALIAS.test(alias))
    .map((alias) => ({
      rule: 'alias',
      message: `answers to "${alias.slice(0, 80)}", which is no name. Use letters, digits, ".", "_" and "-".`,
    }));
  return [...reserved, ...unreadable];
}

function extraHostFindings({ extraHosts }: ServiceModel): Finding[] {
  return extraHosts.flatMap((entry): Finding[] => {
    const quoted = entry.slice(0, 80);
    if (isHostGateway(entry))
      return [
        {
          rule: 'host-gateway',
          message: `reaches the host itself through "${quoted}". Name the address of the system it needs.`,
        },
      ];
    if (EXTRA_HOST.test(entry)) return [];
    return [
      {
        rule: 'extra-host',
        message: `has the extra host "${quoted}". Write "name:address", the address an IP.`,
      },
    ];
  });
}

const CONTEXT = { allowance: {}, stack: null };
const TEXTS: { key: string; rule: FieldRule; of: (service: ServiceModel) => unknown }[] = [
  { key: 'user', rule: USER, of: ({ user }) => user },
  { key: 'working_dir', rule: WORKING_DIR, of: ({ workingDir }) => workingDir },
  { key: 'hostname', rule: HOSTNAME, of: ({ hostname }) => hostname },
  { key: 'command', rule: ARGUMENTS, of: ({ command }) => command },
  { key: 'entrypoint', rule: ARGUMENTS, of: ({ entrypoint }) => entrypoint },
  { key: 'healthcheck.test', rule: ARGUMENTS, of: ({ healthcheck }) => healthcheck?.test ?? null },
  {
    key: 'environment',
    rule: ENVIRONMENT,
    of: ({ environment }) => Object.entries(environment).map(([name, value]) => `${name}=${value}`),
  },
  { key: 'labels', rule: ANY_LABELS, of: ({ labels }) => labels },
  { key: 'build.dockerfile', rule: DOCKERFILE, of: ({ build }) => build?.dockerfile ?? null },
  { key: 'build.args', rule: BUILD_ARGUMENTS, of: ({ build }) => build?.args ?? null },
  { key: 'build.target', rule: BUILD_TARGET, of: ({ build }) => build?.target ?? null },
  { key: 'stop_signal', rule: STOP_SIGNAL, of: ({ stopSignal }) => stopSignal },
];

function textFindings(service: ServiceModel): Finding[] {
  if (hasZeroByte(service))
    return [
      {
        rule: 'zero-byte',
        message: 'has a text with a zero byte, where a program would stop reading. Remove it.',
      },
    ];
  return TEXTS.flatMap(({ key, rule, of }) => {
    const value = of(service);
    const [wrong] = value === null || value === '' ? [] : rule(value, key, CONTEXT);
    return wrong ? [{ rule: wrong.rule, message: `has a "${key}" that ${wrong.message}.` }] : [];
  });
}
