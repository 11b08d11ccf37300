import type { EnvironmentDraft } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { ContentStore } from '../catalogue/content-store';
import { freeModelPort, MODEL_PORT } from '../project/model-port';
import { SAMPLE_PASSWORDS } from '../project/sample';
import { checkCompose, PLACEHOLDER } from '../stack/check-compose';
import { readStackSource, STACK_SOURCE } from '../stack/stack-source';
import { findInheritedVariables, findOwnVariables } from '../variable/variable.repository';
import { variableKey } from '../variable/variable-key';

const USES_MODEL_PORT = /\$\{?MODEL_PORT\b/;

export interface DraftVariablesInput {
  projectId: string;
  /** Whose variables are copied; null: nobody's. */
  copyFromId: string | null;
}

/** What a new environment of the project begins with, and the plain values themselves. */
export interface VariableDraft extends EnvironmentDraft {
  values: Record<string, string>;
  /** Of those that are generated, the ones that are secrets. */
  secrets: ReadonlySet<string>;
}

/**
 * Decides what becomes of each variable of the environment itself (those of wider scopes hold in the new one as they are),
 * by its name in a snapshot: plain values are copied, generated ones are made anew, a secret of a person's
 * own is never copied. A port of the host cannot be shared, so MODEL_PORT gets the next that is free.
 */
export async function draftVariables(
  db: Db,
  content: ContentStore,
  { projectId, copyFromId }: DraftVariablesInput,
): Promise<VariableDraft> {
  const stack = await db.stack.findUnique({ where: { projectId }, select: STACK_SOURCE });
  const copied = copyFromId === null ? [] : await findOwnVariables(db, copyFromId);
  const source = copied.filter(({ service }) => service === null);
  const ofServices = copied.filter(({ service }) => service !== null);
  const inherited = await findInheritedVariables(db, projectId);
  const saved = readStackSource(stack);
  const known = [...inherited, ...ofServices].map(({ name, service }) => [
    variableKey(name, service),
    PLACEHOLDER,
  ]);
  const needed = checkCompose(saved, Object.fromEntries(known)).missingVariables;
  const names = new Set([...source.map(({ name }) => name), ...needed]);
  const generators = await generatedVariables(content);
  const generated = [...names].filter((name) => generators.has(name)).sort();
  const plain = source.filter(({ name, secret }) => !secret && !generators.has(name) && name !== MODEL_PORT);
  const values = Object.fromEntries(
    [...plain, ...ofServices.filter(({ secret }) => !secret)].map(({ name, service, value }) => [
      variableKey(name, service),
      value ?? '',
    ]),
  );
  const secretsOfServices = ofServices
    .filter(({ secret }) => secret)
    .map(({ name, service }) => variableKey(name, service));
  const needsPort =
    names.has(MODEL_PORT) ||
    [saved.composeText, ...Object.values(saved.files)].some((text) => USES_MODEL_PORT.test(text));
  return {
    values,
    secrets: new Set(generated.filter((name) => generators.get(name))),
    copied: Object.keys(values).sort(),
    generated,
    missing: [...names, ...secretsOfServices]
      .filter((name) => name !== MODEL_PORT && !generators.has(name) && !Object.hasOwn(values, name))
      .sort(),
    modelPort: needsPort ? await freeModelPort(db) : null,
  };
}

/** Names that Jalon makes values for: the catalogue's and the sample's; true for a secret. */
async function generatedVariables(content: ContentStore): Promise<Map<string, boolean>> {
  const technologies = await content.technologies();
  const ofCatalogue = technologies
    .flatMap(({ variables }) => variables)
    .filter(({ generate }) => generate !== null)
    .map(({ name, secret }): [string, boolean] => [name, secret]);
  return new Map([...ofCatalogue, ...SAMPLE_PASSWORDS.map((name): [string, boolean] => [name, true])]);
}
