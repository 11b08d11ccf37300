import { existsSync } from 'node:fs';
import { findEngine } from '../lib/docker/engine.mjs';
import type { Home } from '../lib/home.mjs';
import { readCommandConfig } from '../platform/command-config';
import { startPlatform } from '../platform/start';
import type { LocalState } from '../platform/state';
import { apiClient, signIn } from '../sample/api-client';
import { followDeployment, readEnvironment } from '../sample/chain';
import { SAMPLE_PEOPLE } from '../sample/people';

export const SAMPLE_PROJECT = 'credit-scoring';

export interface RemovedSample {
  note: string;
  /** Where its data still is; null when there was no sample. */
  left: { endpoint: string; environmentId: string; project: string } | null;
}

/**
 * Removes the containers and networks of the sample through the platform itself, which is started for it where
 * it does not run. Volumes stay.
 */
export async function removeSample(
  home: Home,
  state: LocalState,
  onLine: (line: string) => void,
): Promise<RemovedSample> {
  const password = state.passwords[SAMPLE_PEOPLE.engineer.email];
  if (!password || !existsSync(home.path('secret'))) return { note: 'there was none', left: null };
  const { endpoint } = await findEngine();
  if (!endpoint) return { note: 'no engine answers, so no container runs', left: null };
  const { url } = await startPlatform({ home, ...readCommandConfig(process.env), dockerHost: endpoint });
  const api = apiClient(url, await signIn(url, SAMPLE_PEOPLE.engineer.email, password));
  const projects = await api.project.list.query();
  if (!projects.some(({ slug }) => slug === SAMPLE_PROJECT)) return { note: 'there was none', left: null };
  const { environment } = await readEnvironment(api, SAMPLE_PROJECT);
  const left = { endpoint, environmentId: environment.id, project: SAMPLE_PROJECT };
  if (environment.desiredState === 'REMOVED') return { note: 'was removed already', left };
  const { id } = await api.deployment.request.mutate({ environmentId: environment.id, action: 'REMOVE' });
  await followDeployment(api, id, onLine);
  return { note: 'containers and networks removed, volumes kept', left };
}
