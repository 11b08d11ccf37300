import { inTransaction, notifyChange } from '@jalon/db';
import type { CoreContext } from '../context';

export interface RegisterHostInput {
  /** Name shown to people; the same name is the same host. */
  name: string;
  /** unix:///var/run/docker.sock, tcp://… */
  endpoint: string;
}

export const DEFAULT_HOST_NAME = 'local';

/**
 * Makes the host known, or writes down its new address. The worker calls it when it starts, for the engine that its
 * configuration names. Returns the host's id.
 */
export async function registerHost(context: CoreContext, input: RegisterHostInput): Promise<string> {
  return inTransaction(context.db, async (tx) => {
    const { id } = await tx.dockerHost.upsert({
      where: { name: input.name },
      create: input,
      update: { endpoint: input.endpoint },
      select: { id: true },
    });
    await notifyChange(tx, { topic: 'host', id });
    return id;
  });
}
