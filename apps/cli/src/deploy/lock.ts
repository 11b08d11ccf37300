import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError, type StackTarget } from '@jalon/contracts';

/**
 * Sees to it that one `jalon` of this person at a time changes a stack. Between machines nothing holds them apart: what they
 * do is idempotent, and the engine refuses the same name twice.
 *
 * @param where the engine's address
 * @throws DomainError CONFLICT while another one is at work
 */
export async function withLock<T>(
  where: string,
  { projectName }: StackTarget,
  work: () => Promise<T>,
): Promise<T> {
  const id = createHash('sha256')
    .update(JSON.stringify([where, projectName, process.getuid?.() ?? '']))
    .digest('hex');
  const path = join(tmpdir(), `jalon-${id.slice(0, 20)}.lock`);
  take(path, projectName);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string, projectName: string): void {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const holder = Number(readFileSync(path, 'utf8'));
    if (isAlive(holder))
      throw new DomainError(
        'CONFLICT',
        `Another jalon (process ${holder}) is changing ${projectName}. Wait until it has ended.`,
      );
    // Its process was killed; what it left is found and finished by the plan.
    rmSync(path, { force: true });
    take(path, projectName);
  }
}

function isAlive(process_: number): boolean {
  if (!Number.isInteger(process_) || process_ <= 0) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
