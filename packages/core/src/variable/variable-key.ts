/** What stands between a service and a variable's name; neither can hold it. */
const SEPARATOR = '/';

/** A variable's name in a snapshot: `TOKEN`, or `web/TOKEN` for a service's own. */
export function variableKey(name: string, service: string | null): string {
  return service === null ? name : `${service}${SEPARATOR}${name}`;
}

/** Reads a name in a snapshot. */
export function readVariableKey(key: string): { name: string; service: string | null } {
  const at = key.indexOf(SEPARATOR);
  return at < 0 ? { name: key, service: null } : { name: key.slice(at + 1), service: key.slice(0, at) };
}

export interface SplitVariables {
  /** What `${NAME}` in a Compose file means. */
  shared: Record<string, string>;
  /** Service → what its containers get beside what the file says. */
  services: Record<string, Record<string, string>>;
}

/** Tells a snapshot's variables for the whole file from those of single services. Pure. */
export function splitVariables(variables: Readonly<Record<string, string>>): SplitVariables {
  const shared = new Map<string, string>();
  const services = new Map<string, Record<string, string>>();
  for (const [key, value] of Object.entries(variables)) {
    const { name, service } = readVariableKey(key);
    if (service === null) shared.set(name, value);
    else services.set(service, { ...services.get(service), [name]: value });
  }
  return { shared: Object.fromEntries(shared), services: Object.fromEntries(services) };
}
