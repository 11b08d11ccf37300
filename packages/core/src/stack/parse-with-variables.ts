import { listSourceVariables, type ParsedStack, parseStack, withServiceVariables } from '@jalon/compose';
import { DomainError } from '@jalon/contracts';
import { splitVariables } from '../variable/variable-key';
import type { StackSource } from './stack-source';

/**
 * The stack of a file, and of those of its project that it names, with the variables of a snapshot: those of a single service (`web/TOKEN`) reach its containers and no
 * other place of the file. Pure.
 *
 * @throws DomainError COMPOSE_INVALID · VARIABLE_MISSING, also when a service is given a secret or config whose variable is
 *   set for other services only
 */
export function parseWithVariables(source: StackSource, variables: Record<string, string>): ParsedStack {
  const { composeText } = source;
  const files = new Map(Object.entries(source.files));
  const { shared, services } = splitVariables(variables);
  if (Object.keys(services).length === 0) return parseStack(composeText, shared, { files });
  const own = new Set(Object.values(services).flatMap((values) => Object.keys(values)));
  // A secret that every service has for itself needs no value for all of them.
  const lent = listSourceVariables(composeText).filter(
    (name) => own.has(name) && !Object.hasOwn(shared, name),
  );
  const filled = { ...Object.fromEntries(lent.map((name) => [name, ''])), ...shared };
  const { stack, warnings } = parseStack(composeText, filled, { files });
  const details = Object.values(stack.services).flatMap((service) =>
    [...service.secrets, ...service.configs].flatMap(({ source: name }) => {
      const { from, origin } = stack.secrets[name] ?? stack.configs[name] ?? { from: 'content', origin: '' };
      if (from !== 'environment' || !lent.includes(origin)) return [];
      if (Object.hasOwn(services[service.name] ?? {}, origin)) return [];
      const message = `Variable ${origin} is required by service ${service.name}. Set it for the service, or for the environment.`;
      return [{ path: `services.${service.name}`, message }];
    }),
  );
  if (details[0]) throw new DomainError('VARIABLE_MISSING', details[0].message, details);
  return { stack: withServiceVariables(stack, services), warnings };
}
