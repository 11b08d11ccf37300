import type { Tally } from './tally';

/** The bar of docs: a killed worker's successor ends the deployment in this time. Reported, not asserted. */
const BAR_MS = 20_000;

/** What a campaign came to, to be written down. Durations in milliseconds. */
export function summary(tally: Tally) {
  const sorted = [...tally.recoveries].sort((one, other) => one - other);
  return {
    kills: tally.kills,
    deployments: tally.deployments,
    converged: tally.converged,
    duplicates: tally.count('duplicate'),
    orphans: tally.count('orphan'),
    temporaryNames: tally.count('temporary-name'),
    volumesLost: tally.count('volume-lost'),
    openJournals: tally.count('journal'),
    heldLeases: tally.count('lease'),
    engineFaults: tally.engineFaults,
    recovery: {
      median: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
      slowest: Math.round(sorted.at(-1) ?? 0),
      overBar: sorted.filter((ms) => ms > BAR_MS).length,
    },
    cancellation: { wishes: tally.cancellations.length, slowest: Math.max(0, ...tally.cancellations) },
    byBoundary: Object.fromEntries([...tally.byBoundary].sort(([one], [other]) => (one < other ? -1 : 1))),
    failures: tally.failures,
  };
}
