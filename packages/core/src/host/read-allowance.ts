import { type HostAllowance, hostAllowanceSchema } from '@jalon/contracts';

/** A host's allowance from its JSON column. One that cannot be read allows nothing: the default is the strict one. */
export function readAllowance(json: unknown): HostAllowance {
  const read = hostAllowanceSchema.safeParse(json);
  return read.success ? read.data : hostAllowanceSchema.parse({});
}
