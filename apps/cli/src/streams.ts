import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import type { ReadStream, WriteStream } from 'node:tty';
import type { Input, Output } from './io';

/** A stream of the process. One whose reader has gone away (`| head`) ends the program quietly. */
export function outputOf(stream: WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    write: (chunk) => void stream.write(chunk),
    get isTerminal() {
      return stream.isTTY === true;
    },
    get columns() {
      // 0 where nobody said how wide it is.
      return stream.columns || 80;
    },
  };
}

/** Questions are asked on `prompt`, so that what a command prints stays what it prints. */
export function inputOf(stream: ReadStream, prompt: WriteStream): Input {
  return {
    isTerminal: stream.isTTY === true,
    read: () => text(stream),
    ask: async (question) => {
      const reader = createInterface({ input: stream, output: prompt });
      try {
        return await reader.question(question);
      } finally {
        reader.close();
      }
    },
  };
}
