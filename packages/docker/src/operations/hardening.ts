import { MINIMUM_MEMORY } from '@jalon/reconciler';

/**
 * What every container is made with, whatever it is for; the policy makes nothing without it. Limits are the least there
 * is: whoever runs something raises them.
 */
export const HARDENED = {
  CapDrop: ['ALL'],
  SecurityOpt: ['no-new-privileges'],
  PidsLimit: 1,
  Memory: MINIMUM_MEMORY,
  // No swap beyond the memory: a limit that swaps is not a limit.
  MemorySwap: MINIMUM_MEMORY,
  NanoCpus: 10_000_000,
  LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '3' } },
};
