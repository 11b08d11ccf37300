import { Refusal } from '../fail.mjs';
import { dockerRequest } from './http.mjs';

const ENVIRONMENT = 'dev.jalon.environment-id';

/**
 * Removes what carries the label of one environment, with its data: containers, networks, volumes, and the
 * images that were built for the project. What has no such label is never touched.
 * @param {string} endpoint
 * @param {{environmentId: string, project: string}} what
 */
export async function removeLabelled(endpoint, { environmentId, project }) {
  const label = filters({ label: [`${ENVIRONMENT}=${environmentId}`] });
  const containers = await list(endpoint, `/containers/json?all=1&${label}`);
  for (const { Id } of containers) await remove(endpoint, `/containers/${Id}?force=1`);
  for (const { Id } of await list(endpoint, `/networks?${label}`)) await remove(endpoint, `/networks/${Id}`);
  const { Volumes } = await list(endpoint, `/volumes?${label}`);
  for (const { Name } of Volumes ?? []) await remove(endpoint, `/volumes/${Name}?force=1`);
  const images = await list(endpoint, `/images/json?${filters({ reference: [`jalon/${project}-*`] })}`);
  const tags = images
    .flatMap(({ RepoTags }) => RepoTags ?? [])
    .filter((tag) => tag.startsWith(`jalon/${project}-`));
  // The name goes, and the image with it unless another installation on this engine has given it one too.
  for (const tag of tags) await remove(endpoint, `/images/${tag}`, [409]);
  return {
    note: `${containers.length} containers, ${(Volumes ?? []).length} volumes, ${tags.length} image tags`,
  };
}

const filters = (value) => `filters=${encodeURIComponent(JSON.stringify(value))}`;

async function list(endpoint, path) {
  const { status, body } = await dockerRequest(endpoint, path, { timeoutMs: 30_000 });
  if (status !== 200) throw new Refusal(`The engine answers ${status} to ${path}: ${body}`);
  return JSON.parse(body);
}

async function remove(endpoint, path, tolerated = []) {
  const { status, body } = await dockerRequest(endpoint, path, { method: 'DELETE', timeoutMs: 60_000 });
  const failed = status >= 400 && status !== 404 && !tolerated.includes(status);
  if (failed) throw new Refusal(`The engine does not remove ${path}: ${body}`);
  return status;
}
