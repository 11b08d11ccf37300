import type { Tx } from '@jalon/db';
import { compareFiles } from '../stack/compare-files';
import { readTextFiles, STACK_SOURCE, type StackSource } from '../stack/stack-source';
import { readVariableSnapshot, type VariableSnapshot } from '../variable/open-variables';

export interface MakeRevisionInput extends StackSource {
  projectId: string;
  /** The environment whose variables these are. */
  environmentId: string;
  environmentSlug: string;
  variables: VariableSnapshot;
  /** Service → image, of a revision that takes another one's images. */
  imageDigests?: Record<string, string>;
  promotedFromId?: string;
  note: string;
  authorId: string;
  createdAt: Date;
}

/**
 * The immutable copy of a file, the files beside it and their variables. When the environment's last revision holds the very same, that one
 * is given back: deploying twice makes two deployments, not two revisions.
 */
export async function makeRevision(
  tx: Tx,
  input: MakeRevisionInput,
): Promise<{ id: string; number: number }> {
  // Two environments of one project may be deployed at once: the project's row gives revisions their order.
  await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${input.projectId}::uuid FOR NO KEY UPDATE`;
  const { projectId, environmentId } = input;
  const last = await tx.stackRevision.findFirst({
    where: { projectId, environmentId },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      ...STACK_SOURCE,
      variables: true,
      note: true,
      promotedFromId: true,
    },
  });
  const same =
    last !== null &&
    last.composeText === input.composeText &&
    compareFiles(readTextFiles(last.files), input.files).length === 0 &&
    last.promotedFromId === (input.promotedFromId ?? null) &&
    (input.note === '' || input.note === last.note) &&
    print(readVariableSnapshot(last.variables)) === print(input.variables);
  if (same) return { id: last.id, number: last.number };
  const newest = await tx.stackRevision.aggregate({ where: { projectId }, _max: { number: true } });
  return tx.stackRevision.create({
    data: { ...input, number: (newest._max.number ?? 0) + 1 },
    select: { id: true, number: true },
  });
}

/** One text per snapshot, whatever the order in which the database gave its names. */
function print(snapshot: VariableSnapshot): string {
  const names = Object.keys(snapshot).sort();
  return JSON.stringify(names.map((name) => [name, snapshot[name]]));
}
