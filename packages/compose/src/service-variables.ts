import type { FileGrantModel, FileSourceModel, ServiceModel, StackModel } from '@jalon/contracts';

/**
 * The stack with variables of single services put in: where a secret or config of the service is made of the variable, its
 * file alone gets the value; else the containers' environment does, whatever the file says there. Services that the stack
 * does not have are passed over. Pure; the stack given stays as it is.
 * @param variables service → name → value
 */
export function withServiceVariables(
  stack: StackModel,
  variables: Readonly<Record<string, Readonly<Record<string, string>>>>,
): StackModel {
  const services = { ...stack.services };
  const secrets = { ...stack.secrets };
  const configs = { ...stack.configs };
  for (const [name, own] of Object.entries(variables)) {
    const service = Object.hasOwn(services, name) ? services[name] : undefined;
    if (!service) continue;
    const inFiles = new Set<string>();
    services[name] = {
      ...service,
      secrets: service.secrets.map((grant) => ownGrant(service, grant, own, secrets, inFiles)),
      configs: service.configs.map((grant) => ownGrant(service, grant, own, configs, inFiles)),
    };
    const rest = Object.entries(own).filter(([variable]) => !inFiles.has(variable));
    services[name].environment = { ...service.environment, ...Object.fromEntries(rest) };
  }
  return { ...stack, services, secrets, configs };
}

/** The grant of a source of the service's own when its variable is set for the service; the same grant else. */
function ownGrant(
  service: ServiceModel,
  grant: FileGrantModel,
  own: Readonly<Record<string, string>>,
  sources: Record<string, FileSourceModel>,
  inFiles: Set<string>,
): FileGrantModel {
  const source = Object.hasOwn(sources, grant.source) ? sources[grant.source] : undefined;
  if (source?.from !== 'environment' || !Object.hasOwn(own, source.origin)) return grant;
  inFiles.add(source.origin);
  const key = `${service.name}/${grant.source}`;
  sources[key] = { ...source, name: key, content: own[source.origin] ?? '' };
  return { ...grant, source: key };
}
