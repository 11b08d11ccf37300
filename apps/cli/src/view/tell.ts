import type { DomainError, StackTarget } from '@jalon/contracts';
import type { Returned } from '../deploy/go-back';
import type { Io } from '../io';
import { paintFor } from './colours';
import { plain } from './plain';

/** Errors whose details are the last lines of what broke. */
const WITH_LOG = new Set(['SERVICE_EXITED', 'SERVICE_UNHEALTHY', 'BUILD_FAILED', 'DEADLINE_EXCEEDED']);

/** What failed, and the last lines of the log of the service that broke it. */
export function tellFailure(io: Io, error: DomainError, { projectName }: StackTarget): void {
  const paint = paintFor(io.err, io);
  io.err.write(`\n${paint('red', `${projectName}:`)} ${plain(error.message)}\n`);
  if (!WITH_LOG.has(error.code)) return;
  for (const { path = '', message } of error.details) {
    io.err.write(`  ${paint('dim', `${plain(path)} |`)} ${plain(message)}\n`);
  }
}

/** What stands after going back. */
export function tellReturn(io: Io, { returned, lost, stopped, failure }: Returned): void {
  const paint = paintFor(io.err, io);
  if (failure !== null)
    io.err.write(`${paint('red', 'Going back did not succeed either:')} ${plain(failure)}\n`);
  if (returned.length > 0) io.err.write(`As before: ${returned.join(', ')}\n`);
  if (stopped.length > 0) io.err.write(`Stopped, with their logs still there: ${stopped.join(', ')}\n`);
  if (lost.length > 0) {
    io.err.write(
      `${paint('red', 'Could not be brought back:')} ${lost.join(', ')}. Run up with the files of before.\n`,
    );
  }
}
