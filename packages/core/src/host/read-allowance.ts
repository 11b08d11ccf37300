import { type HostAllowance, hostAllowanceSchema } from '@jalon/contracts';

/** What a host allows, with its name, which a refusal gives. */
export type NamedAllowance = HostAllowance & { host: string };

/** The same of a host's row. */
export function allowanceOf({ name, allowance }: { name: string; allowance: unknown }): NamedAllowance {
  return { ...readAllowance(allowance), host: name };
}

/** A host's allowance from its JSON column. One that cannot be read allows nothing: the default is the strict one. */
export function readAllowance(json: unknown): HostAllowance {
  const read = hostAllowanceSchema.safeParse(json);
  return read.success ? read.data : hostAllowanceSchema.parse({});
}
