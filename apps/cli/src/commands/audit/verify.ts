import { DomainError } from '@jalon/contracts';
import type { Command } from '../../args/command';
import { JSON_OUTPUT } from '../../args/options';
import { UsageError } from '../../args/usage-error';
import { EXIT } from '../../exit';
import { databaseUrl } from './database-url';
import { describeReport } from './describe-report';

const POINT = /^(\d{1,19}):([0-9a-f]{64})$/;

/** `jalon audit verify`: was anything in the audit log changed, removed or slipped in? */
export const verify: Command = {
  name: 'verify',
  summary: 'Say whether the audit log is as it was recorded, to the byte',
  usage: '[OPTIONS]',
  notes: [
    'Reads the database of DATABASE_URL or DATABASE_URL_FILE. The log goes on being written meanwhile.',
    'It prints the end of the chain. Given back later with --expect, that end shows a chain rewritten whole as well.',
  ],
  options: {
    expect: {
      type: 'string',
      value: 'PLACE:HASH',
      help: 'An end that was noted earlier; it must still be there',
    },
    ...JSON_OUTPUT,
  },
  takesWords: false,
  async run(io, given) {
    const expect = given.text('expect');
    const [, sequence = '', hash = ''] = POINT.exec(expect ?? '') ?? [];
    if (expect !== undefined && !hash)
      throw new UsageError(`--expect ${expect}: write it as it was printed, PLACE:HASH.`);
    const url = databaseUrl(io);
    // Only here: the other commands know no database.
    const [{ createSql }, { verifyAuditChain }] = await Promise.all([
      import('@jalon/db/sql'),
      import('@jalon/db/audit-chain'),
    ]);
    const sql = createSql(url, () => undefined);
    try {
      const report = await verifyAuditChain(sql, hash ? { sequence, hash } : null);
      io.out.write(given.flag('json') ? `${JSON.stringify(report, null, 2)}\n` : describeReport(report));
      return report.faults.length === 0 ? EXIT.ok : EXIT.failed;
    } catch (error) {
      throw new DomainError('UNAVAILABLE', `The database cannot be read: ${reasonOf(error)}`);
    } finally {
      await sql.close();
    }
  },
};

/** What the driver says, without the address that it was given. */
function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return [code, message].filter(Boolean).join(' ') || 'no answer';
}
