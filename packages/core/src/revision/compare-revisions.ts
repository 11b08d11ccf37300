import {
  allows,
  type CompareRevisionsInput,
  type ImageDifference,
  type Principal,
  type RevisionComparison,
  type VariableDifference,
} from '@jalon/contracts';
import { personNames } from '../environment/person-names';
import type { DeliveryContext } from '../project/delivery-context';
import { requireProject } from '../project/project-access';
import { compareFiles } from '../stack/compare-files';
import { readTextFiles, STACK_SOURCE } from '../stack/stack-source';
import { compareVariables, type VariableComparison } from '../variable/compare-variables';
import { readVariableSnapshot, type SealedVariable } from '../variable/open-variables';
import { diffLines } from './diff-lines';
import { noRevision } from './get-revision';
import { readDigests } from './read-digests';
import { REVISION_SUMMARY, toRevisionSummary } from './revision.repository';

/**
 * Two revisions of a project side by side: files, variables, images. Whether a secret differs is decided here; its value
 * never leaves. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function compareRevisions(
  context: DeliveryContext,
  principal: Principal,
  input: CompareRevisionsInput,
): Promise<RevisionComparison> {
  const project = await requireProject(context.db, principal, input.projectId, 'read');
  const [from, to] = await Promise.all([
    readRevision(context, project.id, input.from),
    readRevision(context, project.id, input.to),
  ]);
  const names = await personNames(context.db, [from.authorId, to.authorId]);
  const variables = compareVariables(context.cipher, sealedOf(from), sealedOf(to));
  const images = compareImages(readDigests(from.imageDigests), readDigests(to.imageDigests));
  return {
    from: toRevisionSummary(from, names),
    to: toRevisionSummary(to, names),
    file: diffLines(from.composeText, to.composeText),
    files: compareFiles(readTextFiles(from.files), readTextFiles(to.files)).map(
      ({ path, change, before, after }) => ({ path, change, rows: diffLines(before, after) }),
    ),
    variables: toDifferences(variables, allows(principal.role, 'variable:write')),
    sameVariables: variables.same,
    images: images.filter((image) => image.from !== image.to),
    sameImages: images.filter((image) => image.from === image.to).length,
  };
}

async function readRevision({ db }: DeliveryContext, projectId: string, number: number) {
  const row = await db.stackRevision.findUnique({
    where: { projectId_number: { projectId, number } },
    select: { ...REVISION_SUMMARY, ...STACK_SOURCE, variables: true, imageDigests: true },
  });
  if (!row) throw noRevision(number);
  return row;
}

function sealedOf(row: Awaited<ReturnType<typeof readRevision>>) {
  return { environmentId: row.environmentId, variables: readVariableSnapshot(row.variables) };
}

function toDifferences({ differences }: VariableComparison, mayRead: boolean): VariableDifference[] {
  const shown = (sealed?: SealedVariable): string | null =>
    mayRead && sealed && 'value' in sealed ? sealed.value : null;
  const isSecret = (sealed?: SealedVariable): boolean => sealed !== undefined && 'ciphertext' in sealed;
  return differences.map(({ name, change, from, to }) => ({
    name,
    change,
    secret: isSecret(from) || isSecret(to),
    from: shown(from),
    to: shown(to),
  }));
}

function compareImages(from: Record<string, string>, to: Record<string, string>): ImageDifference[] {
  const services = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return services.map((service) => ({
    service,
    from: Object.hasOwn(from, service) ? (from[service] ?? null) : null,
    to: Object.hasOwn(to, service) ? (to[service] ?? null) : null,
  }));
}
