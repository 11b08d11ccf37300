import type { Io, Output } from '../io';
import type { Finding } from '../stack/findings';
import { paintFor } from './colours';
import { plain } from './plain';

/** One line each, as compilers write them, so that an editor finds the place: `file:line:column: error: message`. */
export function printFindings(
  io: Io,
  output: Output,
  kind: 'error' | 'warning',
  findings: readonly Finding[],
): void {
  const paint = paintFor(output, io);
  for (const { file, line, column, message } of findings) {
    const word = kind === 'error' ? paint('red', 'error:') : paint('yellow', 'warning:');
    output.write(`${plain(file)}:${line}:${column}: ${word} ${plain(message)}\n`);
  }
}
