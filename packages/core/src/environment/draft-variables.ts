import type { EnvironmentDraft } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { ContentStore } from '../catalogue/content-store';
import { freeModelPort, MODEL_PORT } from '../project/model-port';
import { SAMPLE_PASSWORDS } from '../project/sample';
import { missingVariables } from '../stack/referenced-variables';
import { findVariables } from '../variable/variable.repository';

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
 * Decides what becomes of each variable: plain values are copied, generated ones are made anew, a secret of a person's
 * own is never copied. A port of the host cannot be shared, so MODEL_PORT gets the next that is free.
 */
export async function draftVariables(
  db: Db,
  content: ContentStore,
  { projectId, copyFromId }: DraftVariablesInput,
): Promise<VariableDraft> {
  const stack = await db.stack.findUnique({ where: { projectId }, select: { composeText: true } });
  const source = copyFromId === null ? [] : await findVariables(db, copyFromId);
  const composeText = stack?.composeText ?? '';
  const names = new Set([...source.map(({ name }) => name), ...missingVariables(composeText, new Set())]);
  const generators = await generatedVariables(content);
  const generated = [...names].filter((name) => generators.has(name)).sort();
  const plain = source.filter(({ name, secret }) => !secret && !generators.has(name) && name !== MODEL_PORT);
  const values = Object.fromEntries(plain.map(({ name, value }) => [name, value ?? '']));
  const needsPort = names.has(MODEL_PORT) || USES_MODEL_PORT.test(composeText);
  return {
    values,
    secrets: new Set(generated.filter((name) => generators.get(name))),
    copied: Object.keys(values).sort(),
    generated,
    missing: [...names]
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
