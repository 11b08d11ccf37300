import type { StackModel } from '@jalon/contracts';
import type { Place, Problems } from '../yaml/problems';

interface Request {
  service: string;
  alias: string;
  at: Place;
}

/**
 * Names beside its own under which a service is reached: a link's alias and a container's name. Compose gives them to
 * containers; here they become aliases on the networks of the service that they mean.
 */
export class ExtraNames {
  private readonly requests: Request[] = [];

  ask(service: string, alias: string, at: Place): void {
    if (alias !== service) this.requests.push({ service, alias, at });
  }

  /** Writes the aliases into the stack, once every service has its networks. */
  grant(stack: StackModel, problems: Problems): void {
    const owners = new Map<string, string>();
    for (const { service, alias, at } of this.requests) {
      if (!Object.hasOwn(stack.services, service)) continue;
      const owner = Object.hasOwn(stack.services, alias) ? alias : (owners.get(alias) ?? service);
      owners.set(alias, owner);
      if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$/.test(alias))
        problems.error(at, `"${alias.slice(0, 80)}" is no name. Use letters, digits, ".", "_" and "-".`);
      else if (owner !== service)
        problems.error(at, `"${alias}" would mean both "${owner}" and "${service}". Choose another name.`);
      else {
        for (const aliases of Object.values(stack.services[service]?.networks ?? {}))
          if (!aliases.includes(alias)) aliases.push(alias);
      }
    }
  }
}
