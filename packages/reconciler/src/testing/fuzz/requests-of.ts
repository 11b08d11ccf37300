import type { ContainerSpec, StackModel, StackTarget } from '@jalon/contracts';
import { buildQuery, containerBody, networkBody, volumeBody } from '@jalon/docker/bodies';
import { desiredState } from '../../desired/desired-state';
import { jobContainer } from '../../desired/job-container';
import type { EngineRequest } from '../../policy/engine-requests';

/** Everything that a stack would have made on an engine, in the form in which it is sent, jobs and profiles included. */
export function requestsOf(stack: StackModel, target: StackTarget): EngineRequest[] {
  const services = Object.values(stack.services);
  const profiles = [...new Set(services.flatMap((service) => service.profiles))];
  const desired = desiredState(stack, target, { profiles });
  const jobs = services.filter(({ jalon }) => jalon.role === 'job');
  return [
    ...Object.values(desired.networks)
      .filter(({ external }) => !external)
      .map((network) => post('/networks/create', networkBody(network, 'operation'))),
    ...Object.values(desired.volumes)
      .filter(({ external }) => !external)
      .map((volume) => post('/volumes/create', volumeBody(volume, 'operation'))),
    ...Object.values(desired.services).flatMap(({ containerName, image, container }) =>
      create(containerName, image, container),
    ),
    ...jobs.flatMap((job) => {
      const { name, image, spec } = jobContainer(stack, target, job, { id: 'run', number: 7 });
      return create(name, image, spec);
    }),
    ...services.flatMap(({ name, build }) => {
      if (!build) return [];
      const query = buildQuery({
        image: `jalon/${target.project}-${name}:0a1b2c`.toLowerCase(),
        build,
        args: build.args,
      });
      return [{ method: 'POST', path: '/build', query: onWire(query), body: null }];
    }),
  ];
}

/** Once as an old engine takes it and once as a new one. */
function create(name: string, image: string, spec: ContainerSpec): EngineRequest[] {
  return [true, false].map((allNetworksAtOnce) => {
    const { name: _name, ...body } = containerBody(spec, { name, image, labels: {}, allNetworksAtOnce });
    return post('/containers/create', body, { name });
  });
}

function post(path: string, body: object, query: Record<string, unknown> = {}): EngineRequest {
  return { method: 'POST', path, query, body: onWire(body) };
}

function onWire(value: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}
