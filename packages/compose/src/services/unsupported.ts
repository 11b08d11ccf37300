/** Keys of the Compose Specification that change nothing here, with the reason: a warning names them. */
const WITHOUT_EFFECT: Record<string, string> = {
  annotations: 'the engine of this host keeps no annotations.',
  attach: 'logs are on the Logs page.',
  cap_drop: 'every capability is dropped already.',
  cpu_count: 'use "cpus".',
  cpu_percent: 'use "cpus".',
  cpu_period: 'use "cpus".',
  cpu_quota: 'use "cpus".',
  cpu_rt_period: 'use "cpus".',
  cpu_rt_runtime: 'use "cpus".',
  cpu_shares: 'use "cpus".',
  cpuset: 'use "cpus".',
  develop: 'it is for a developer’s own machine.',
  logging: 'Jalon rotates and shows the logs itself.',
  mac_address: 'the engine chooses it.',
  mem_reservation: 'use "mem_limit".',
  mem_swappiness: 'use "mem_limit".',
  memswap_limit: 'use "mem_limit".',
  platform: 'the image is taken for the host’s own platform.',
  pull_policy: 'an image that the host has is not pulled again.',
  pull_refresh_after: 'an image that the host has is not pulled again.',
  stdin_open: 'nobody is attached to the container.',
  tty: 'nobody is attached to the container.',
};

/** Keys that would change what the service is; the file is refused, and the reason says what to write. */
const REFUSED: Record<string, string> = {
  dns: 'Services find each other by name; use "extra_hosts" for other addresses.',
  dns_opt: 'Services find each other by name.',
  dns_search: 'Services find each other by name.',
  domainname: 'Use "hostname".',
  external_links: 'Put both services into one stack.',
  models: 'Run the model as a service.',
  post_start: 'Do it in the image’s entrypoint.',
  pre_stop: 'Do it on the stop signal.',
  provider: 'Run it as a service.',
};

/** Why a known key has no effect; undefined for keys that are not of that kind. */
export function warningOf(key: string): string | undefined {
  return Object.hasOwn(WITHOUT_EFFECT, key) ? WITHOUT_EFFECT[key] : undefined;
}

/** Why a key is refused, and what to write instead. */
export function refusalOf(key: string): string {
  const advice = Object.hasOwn(REFUSED, key) ? REFUSED[key] : undefined;
  if (advice) return `"${key}" is not supported. ${advice}`;
  return `"${key}" is no key of a service. Check the spelling, or begin it with "x-" if it is a note.`;
}
