import { BUSYBOX_IMAGE, type TestEngine } from '@jalon/docker/testing';

type Docker = TestEngine['docker'];

/** Gives a tag to an image that differs from every other one, made without a registry. Returns its id. */
export async function makeVariant(docker: Docker, tag: string, label: string): Promise<string> {
  const container = await docker.createContainer({ Image: BUSYBOX_IMAGE, Cmd: ['true'] });
  try {
    const [repo, name] = tag.split(':');
    const made = (await container.commit({ repo, tag: name, changes: `LABEL variant=${label}` })) as {
      Id: string;
    };
    return made.Id;
  } finally {
    await container.remove();
  }
}

/** Removes an image and its tags; one that is gone is good. */
export async function removeImage(docker: Docker, reference: string): Promise<void> {
  await docker
    .getImage(reference)
    .remove({ force: true })
    .catch((error: unknown) => {
      if ((error as { statusCode?: number }).statusCode !== 404) throw error;
    });
}
