import type { CallOptions, DockerClient } from '../client/client';
import { orNull } from '../client/error-kind';
import { statusOf } from '../client/map-error';

const NOT_MODIFIED = 304;
/** Beyond the grace period: what the daemon needs to kill and tidy up. */
const STOP_MARGIN_MS = 30_000;

/** Stops a container; stopped or gone is good. After `timeoutMs` the daemon kills it. */
export async function stopContainer(
  client: DockerClient,
  container: string,
  timeoutMs: number,
  options: CallOptions,
): Promise<void> {
  const t = Math.ceil(timeoutMs / 1000);
  const deadlineMs = timeoutMs + STOP_MARGIN_MS;
  try {
    await orNull(
      client.call(
        `stop container ${container}`,
        (docker, abortSignal) => docker.getContainer(container).stop({ t, abortSignal }),
        { deadlineMs, ...options },
      ),
    );
  } catch (error) {
    if (statusOf(error) !== NOT_MODIFIED) throw error;
  }
}

/** Renames a container; a rename that was done already is good. Throws NOT_FOUND when neither name is there. */
export async function renameContainer(
  client: DockerClient,
  container: string,
  name: string,
  options: CallOptions,
): Promise<void> {
  const renamed = await orNull(
    client
      .call(
        `rename container ${container} to ${name}`,
        async (docker, abortSignal) => {
          await docker.getContainer(container).rename({ _query: { name }, abortSignal });
          return true;
        },
        options,
      )
      .catch((error: unknown) => {
        // “Renaming a container with the same name as its current name”: there already.
        if (error instanceof Error && /same name/i.test(error.message)) return true;
        throw error;
      }),
  );
  if (renamed) return;
  await client.call(
    `find container ${name}`,
    (docker, abortSignal) => docker.getContainer(name).inspect({ abortSignal }),
    options,
  );
}

/** Removes a container, running or not; gone is good. Volumes stay, except the anonymous ones when asked. */
export async function removeContainer(
  client: DockerClient,
  container: string,
  { withAnonymousVolumes = false, ...options }: CallOptions & { withAnonymousVolumes?: boolean } = {},
): Promise<void> {
  try {
    await orNull(
      client.call(
        `remove container ${container}`,
        (docker, abortSignal) =>
          docker.getContainer(container).remove({ force: true, v: withAnonymousVolumes, abortSignal }),
        { deadlineMs: STOP_MARGIN_MS * 2, ...options },
      ),
    );
  } catch (error) {
    // “removal of container … is already in progress”
    if (!(error instanceof Error && /already in progress/i.test(error.message))) throw error;
  }
}
