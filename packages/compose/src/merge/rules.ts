/**
 * How a key of an earlier file meets the same key of a later one.
 * - replace: the later value alone counts
 * - pairs: `NAME=value` lists and maps are one thing; the later value of a name wins
 * - hosts: the same, with `:` or `=` between name and address
 * - names: a list of names is a map of names with nothing under them
 * - dependencies: a list of services is a map of `service_started`
 * - texts: one text is a list of one; both lists are kept, each text once
 * - appended: both lists are kept as they are
 * - ports, targets: the later entry replaces the earlier one for the same port, or the same path in the container
 * - build: a text is its context
 * - limit: a number and a pair of soft and hard replace each other
 * - driver: another driver brings its own options
 * - merge: maps key by key, lists one after the other, anything else replaced
 */
export type Rule =
  | 'replace'
  | 'pairs'
  | 'hosts'
  | 'names'
  | 'dependencies'
  | 'texts'
  | 'appended'
  | 'ports'
  | 'targets'
  | 'build'
  | 'limit'
  | 'driver'
  | 'merge';

/** From the chapter “Merge” of the Compose Specification; `*` is any name. */
const RULES: Record<string, Rule> = {
  'services.*.annotations': 'pairs',
  'services.*.build': 'build',
  'services.*.build.additional_contexts': 'pairs',
  'services.*.build.args': 'pairs',
  'services.*.build.extra_hosts': 'hosts',
  'services.*.build.labels': 'pairs',
  'services.*.cap_add': 'texts',
  'services.*.cap_drop': 'texts',
  'services.*.command': 'replace',
  'services.*.configs': 'targets',
  'services.*.depends_on': 'dependencies',
  'services.*.deploy.labels': 'pairs',
  'services.*.devices': 'targets',
  'services.*.dns': 'texts',
  'services.*.dns_opt': 'texts',
  'services.*.dns_search': 'texts',
  'services.*.entrypoint': 'replace',
  'services.*.env_file': 'appended',
  'services.*.environment': 'pairs',
  'services.*.expose': 'texts',
  'services.*.extra_hosts': 'hosts',
  'services.*.healthcheck.test': 'replace',
  'services.*.label_file': 'appended',
  'services.*.labels': 'pairs',
  'services.*.links': 'texts',
  'services.*.logging': 'driver',
  'services.*.networks': 'names',
  'services.*.networks.*.aliases': 'texts',
  'services.*.ports': 'ports',
  'services.*.profiles': 'texts',
  'services.*.secrets': 'targets',
  'services.*.sysctls': 'pairs',
  'services.*.tmpfs': 'texts',
  'services.*.ulimits.*': 'limit',
  'services.*.volumes': 'targets',
  'networks.*.labels': 'pairs',
  'volumes.*.labels': 'pairs',
  'secrets.*.labels': 'pairs',
  'configs.*.labels': 'pairs',
};

const SPLIT = Object.entries(RULES).map(([pattern, rule]) => ({ keys: pattern.split('.'), rule }));

/** The rule for a path of keys; what begins with `x-` means nothing to Compose and is replaced. */
export function ruleFor(path: readonly string[]): Rule {
  if (path.at(-1)?.startsWith('x-')) return 'replace';
  const found = SPLIT.find(
    ({ keys }) =>
      keys.length === path.length && keys.every((key, index) => key === '*' || key === path[index]),
  );
  return found?.rule ?? 'merge';
}
