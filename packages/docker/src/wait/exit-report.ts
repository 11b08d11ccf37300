import { DomainError, type ErrorDetail } from '@jalon/contracts';
import type Docker from 'dockerode';
import type { DockerClient } from '../client/client';
import { orNull } from '../client/error-kind';
import { inspectContainer } from '../client/inspect';
import { lastLines } from '../logs/last-lines';
import type { ContainerFacts } from './container-watch';

const LINES_SHOWN = 30;

/**
 * SERVICE_EXITED with exit code, whether memory ran out, and the last lines of its log as details.
 * @param seen what the events told of its end: the engine forgets that once it has started it again
 */
export async function exitedError(
  client: DockerClient,
  container: string,
  service: string,
  seen: Pick<ContainerFacts, 'exitCode' | 'outOfMemory'> | null = null,
): Promise<DomainError> {
  const [found, lines] = await Promise.all([
    orNull(inspectContainer(client, container)),
    orNull(lastLines(client, container, LINES_SHOWN)),
  ]);
  return new DomainError(
    'SERVICE_EXITED',
    `Service “${service}” ${how(found, seen)} instead of staying up.${lastWords(lines)}`,
    toDetails(service, lines),
  );
}

/** SERVICE_UNHEALTHY with what the last health check printed and the last lines of the log as details. */
export async function unhealthyError(
  client: DockerClient,
  container: string,
  service: string,
  verdict: string,
): Promise<DomainError> {
  const [found, lines] = await Promise.all([
    orNull(inspectContainer(client, container)),
    orNull(lastLines(client, container, LINES_SHOWN)),
  ]);
  const check = found?.State.Health?.Log?.at(-1);
  const output = check ? ` The last check ended with ${check.ExitCode}: ${brief(check.Output)}` : '';
  return new DomainError(
    'SERVICE_UNHEALTHY',
    `Service “${service}” ${verdict}.${output}`,
    toDetails(service, lines),
  );
}

function how(
  found: Docker.ContainerInspectInfo | null,
  seen: Pick<ContainerFacts, 'exitCode' | 'outOfMemory'> | null,
): string {
  if (!found) return 'was removed by somebody';
  if (found.State.OOMKilled || seen?.outOfMemory) {
    const megabytes = Math.round((found.HostConfig.Memory ?? 0) / 1024 / 1024);
    return `was stopped because it needed more memory than its limit of ${megabytes} MB`;
  }
  return `exited with code ${seen?.exitCode ?? found.State.ExitCode}`;
}

function lastWords(lines: string[] | null): string {
  const last = lines?.findLast((line) => line.trim() !== '');
  return last ? ` Its last line: ${brief(last)}` : ' It printed nothing.';
}

function brief(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

function toDetails(service: string, lines: string[] | null): ErrorDetail[] {
  return (lines ?? []).map((message) => ({ path: service, message }));
}
