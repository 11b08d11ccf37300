import type { Change } from '@jalon/contracts';

/** First parts of the query keys (tRPC areas) that a change makes old. */
export type QueryArea =
  | 'portfolio'
  | 'useCase'
  | 'estimate'
  | 'kpi'
  | 'gate'
  | 'realization'
  | 'comment'
  | 'attachment'
  | 'notification'
  | 'people'
  | 'project'
  | 'environment'
  | 'revision'
  | 'stack'
  | 'variable'
  | 'deployment'
  | 'run'
  | 'model'
  | 'file'
  | 'host'
  | 'live';

const AREAS: Record<Change['topic'], readonly QueryArea[]> = {
  'use-case': ['portfolio', 'useCase', 'estimate', 'gate', 'kpi', 'realization'],
  kpi: ['portfolio', 'useCase', 'kpi', 'gate', 'realization'],
  comment: ['comment', 'attachment', 'useCase'],
  notification: ['notification'],
  project: ['project', 'environment', 'stack', 'variable', 'useCase'],
  environment: ['project', 'environment', 'revision', 'stack', 'model', 'file', 'host'],
  usage: ['project'],
  // A deployment or a run is a fact that a gate looks at.
  deployment: ['deployment', 'revision', 'project', 'environment', 'stack', 'variable', 'live', 'gate'],
  run: ['run', 'model', 'live', 'file', 'gate'],
  host: ['host', 'project', 'stack'],
  route: ['project', 'model'],
  session: [],
  user: ['people'],
};

/** What to read again after a change. */
export function affectedAreas(change: Change): readonly QueryArea[] {
  return AREAS[change.topic];
}
