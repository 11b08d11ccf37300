import type { ChainFault, ChainReport } from '@jalon/db/audit-chain';
import { count } from '../../view/plain';

const WORDS: Record<ChainFault['kind'], string> = {
  CONTENT: 'was changed after it was recorded',
  LINK: 'does not follow from the event before it',
  MISSING: 'is gone',
  UNCHAINED: 'stands outside the chain',
  HEAD: 'is not the end that was recorded',
};

function faultLine({ kind, sequence, eventId }: ChainFault): string {
  const place = sequence === null ? 'an event' : `event ${sequence}`;
  return `${place}${eventId ? ` (id ${eventId})` : ''} ${WORDS[kind]}\n`;
}

/** What a look at the chain came to, a line each; the last one is the verdict. */
export function describeReport({ checked, head, faults }: ChainReport): string {
  const lines = faults.map(faultLine).join('');
  if (faults.length > 0)
    return `${lines}The audit log was tampered with: ${count(faults.length, 'fault')} in ${count(checked, 'event')}.\n`;
  const note = checked > 0 ? `\nIts end, to note outside the database: ${head.sequence}:${head.hash}` : '';
  return `The audit log is whole: ${count(checked, 'event')}.${note}\n`;
}
