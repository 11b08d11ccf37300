import { deriveKey } from '@jalon/config';
import { systemClock } from '@jalon/contracts';
import { createContentStore } from '@jalon/core/catalogue';
import { loadSampleProject } from '@jalon/core/project';
import { loadSamplePortfolio, type SamplePortfolio } from '@jalon/core/sample';
import { createVariableCipher } from '@jalon/core/variable';
import { createDb } from '@jalon/db';
import { createLogger } from '@jalon/logger';
import { ROOT } from '../lib/home.mjs';
import type { SamplePeople } from './people';

const logger = createLogger('sample', { level: 'warn' });

export interface LoadSampleInput {
  databaseUrl: string;
  secret: string;
  gatewayUrl: string;
  people: SamplePeople;
  /** Port of this machine that the model answers on. */
  modelPort: number;
}

export interface LoadedSample {
  portfolio: SamplePortfolio;
  project: { id: string; slug: string; environmentId: string; created: boolean };
}

/** Loads the sample portfolio, owned by the sample people; a second call changes nothing. */
export async function loadPortfolio(databaseUrl: string, people: SamplePeople): Promise<SamplePortfolio> {
  const db = createDb(databaseUrl);
  try {
    return await loadSamplePortfolio(
      { db, clock: systemClock, logger },
      {
        ownerId: people.owner.userId,
        approverId: people.approver.userId,
        operationsOwnerId: people.operations.userId,
        commerceOwnerId: people.commerce.userId,
      },
    );
  } finally {
    await db.close();
  }
}

/** Loads the sample portfolio and opens the sample project; a second call changes nothing. */
export async function loadSample(input: LoadSampleInput): Promise<LoadedSample> {
  const portfolio = await loadPortfolio(input.databaseUrl, input.people);
  const db = createDb(input.databaseUrl);
  try {
    const context = {
      db,
      clock: systemClock,
      logger,
      cipher: createVariableCipher(deriveKey(input.secret, 'variables')),
      content: createContentStore(ROOT),
      gatewayUrl: input.gatewayUrl,
    };
    const { useCaseId } = portfolio;
    const actor = input.people.engineer;
    const project = await loadSampleProject(context, { useCaseId, actor, modelPort: input.modelPort });
    return { portfolio, project };
  } finally {
    await db.close();
  }
}
