import { type ApiClient, apiClient, signIn } from '../../scripts/sample/api-client';
import type { Examples } from './pages';

/** The administrator, signed in, and addresses that lead to something. */
export interface Visitor {
  cookie: string;
  api: ApiClient;
  examples: Examples;
}

/** Signs in and looks for an example of each thing that has a page. */
export async function visit(url: string, email: string, password: string): Promise<Visitor> {
  const cookie = await signIn(url, email, password);
  const api = apiClient(url, cookie);
  return { cookie, api, examples: await findExamples(api) };
}

async function findExamples(api: ApiClient): Promise<Examples> {
  const examples: Examples = { '/[...missing]': 'there-is-no-such-page', 'gates/[stage]': 'idea' };
  const [project] = await api.project.list.query();
  if (!project) return examples;
  examples['projects/[slug]'] = project.slug;
  examples['use-cases/[number]'] = String(project.useCase.number);
  const [deployment] = await api.deployment.list.query({ projectId: project.id });
  if (deployment) examples['deployments/[id]'] = deployment.id;
  if (deployment?.revision) examples['revisions/[number]'] = String(deployment.revision);
  const { runs } = await api.run.list.query({ projectId: project.id });
  const [run] = runs;
  if (run) examples['runs/[id]'] = run.id;
  return examples;
}
