import { ENVIRONMENT_PARAM } from '../../projects/lib/environment-address';

/** One step of the breadcrumb: a word of the `nav` messages, or a name that is shown as it is. */
export type Crumb = { href: string } & ({ key: CrumbKey } | { text: string });

const KEYS = {
  portfolio: 'portfolio',
  'use-cases': 'useCases',
  projects: 'projects',
  catalogue: 'catalogue',
  hosts: 'hosts',
  admin: 'admin',
  people: 'people',
  account: 'account',
  new: 'new',
  import: 'import',
  stack: 'stack',
  deployments: 'deployments',
  logs: 'logs',
  model: 'model',
  runs: 'runs',
  data: 'data',
  variables: 'variables',
  settings: 'settings',
  environments: 'environments',
  revisions: 'revisions',
  compare: 'compare',
  pack: 'pack',
  gates: 'gates',
  audit: 'audit',
  value: 'value',
} as const;
/** Under the gates a part is the stage that a gate closes. */
const STAGES = {
  idea: 'stageIdea',
  'proof-of-concept': 'stageProof',
  prototyping: 'stagePrototyping',
  packaging: 'stagePackaging',
  production: 'stageProduction',
} as const;
type CrumbKey = (typeof KEYS)[keyof typeof KEYS] | (typeof STAGES)[keyof typeof STAGES];

/** Path parts that have no page of their own. */
const WITHOUT_PAGE = new Set(['admin', 'environments', 'revisions']);

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/**
 * The steps from the first page to this one, read from the address alone, so they are there at once. A project's pages
 * stay with the environment that the address names.
 */
export function crumbs(pathname: string, environment: string | null = null): Crumb[] {
  const parts = pathname.split('/').filter(Boolean);
  return parts.flatMap((part, index): Crumb[] => {
    if (WITHOUT_PAGE.has(part)) return [];
    const isInProject = index > 0 && parts[0] === 'projects' && parts[1] !== 'new';
    const query =
      isInProject && environment ? `?${new URLSearchParams({ [ENVIRONMENT_PARAM]: environment })}` : '';
    const href = `/${parts.slice(0, index + 1).join('/')}${query}`;
    // The second step is always a name: a project may be called “logs”.
    const isProject = index === 1 && parts[0] === 'projects' && part !== 'new';
    const stage = parts[index - 1] === 'gates' ? STAGES[part as keyof typeof STAGES] : undefined;
    const key = isProject ? undefined : (stage ?? KEYS[part as keyof typeof KEYS]);
    if (key) return [{ href, key }];
    // The page itself says the number; an id in full would only take the room.
    const name = UUID.test(part) ? part.slice(0, 8) : decodeURIComponent(part);
    const text = parts[index - 1] === 'use-cases' ? `UC-${part}` : name;
    return [{ href, text }];
  });
}
