import {
  DomainError,
  type ErrorDetail,
  isClosed,
  mayEdit,
  type Principal,
  type UpdateManyInput,
  useCaseReference,
} from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { mayTurn } from './lifecycle';
import { whoChanged } from './stale-version';
import type { EditedRow } from './update-many.repository';

/** Why one of many is not edited; null when it may be. Its path is the reference, UC-12, or the id of what is not there. */
export async function judgeEdit(
  tx: Db,
  principal: Principal,
  { patch, ...edit }: UpdateManyInput['edits'][number],
  row: EditedRow | undefined,
): Promise<ErrorDetail | null> {
  if (!row) {
    return { path: edit.id, code: 'NOT_FOUND', message: 'There is no such use case, or you may not see it.' };
  }
  const path = useCaseReference(row.number);
  if (isClosed(row.status)) {
    const word = row.status === 'REJECTED' ? 'rejected' : 'retired';
    return { path, code: 'CONFLICT', message: `It was ${word}: its record is kept as it was.` };
  }
  if (!mayEdit(principal, row)) {
    const who = row.ownerName;
    return {
      path,
      code: 'FORBIDDEN',
      who,
      message: `Only ${who}, who owns it, its contributors, or an admin may change it.`,
    };
  }
  if (patch.turn && !mayTurn(principal, row, patch.turn.action)) {
    const who = row.ownerName;
    return { path, code: 'FORBIDDEN', who, message: `Only ${who}, who owns it, or an admin may do this.` };
  }
  if (row.version === edit.version) return null;
  const { who, fields } = await whoChanged(tx, row.id, edit.version);
  const what = fields.length > 0 ? ` (${fields.join(', ')})` : '';
  return { path, code: 'STALE_VERSION', who, message: `${who} changed it after you read the list${what}.` };
}

/** One error for all that was refused: of their code when they share it, else a CONFLICT; each is a detail. */
export function refusalOf(refused: readonly ErrorDetail[], asked: number): DomainError {
  const codes = new Set(refused.map(({ code }) => code));
  const code = codes.size === 1 ? refused[0]?.code : undefined;
  return new DomainError(
    code ?? 'CONFLICT',
    `Nothing was changed, because ${refused.length} of the ${asked} cannot be: ` +
      `${refused.map(({ path, message }) => `${path}: ${message}`).join(' ')} ` +
      'Read the list again, or leave these out.',
    refused,
  );
}
