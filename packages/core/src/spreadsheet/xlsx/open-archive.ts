import { type Entry, fromBufferPromise } from 'yauzl';
import { SpreadsheetError } from '../file-problem';

/** More parts than this are no list. */
const PARTS_MAX = 2000;

export interface Archive {
  has(name: string): boolean;
  /** Unpacks a part, piece by piece, to whoever reads it. Throws when it comes to more than the archive may. */
  read(name: string, onText: (text: string) => void): Promise<void>;
}

/**
 * Opens a zip file in memory. What it says that it comes to is believed only as far as to refuse it; what really comes out
 * is counted as well, over all parts that are read, so that a small file cannot fill the memory.
 */
export async function openArchive(file: Buffer, unpackedMax: number): Promise<Archive> {
  const entries = new Map<string, Entry>();
  const zip = await fromBufferPromise(file, { lazyEntries: true }).catch(() => {
    throw new SpreadsheetError('damaged');
  });
  try {
    let said = 0;
    for await (const entry of zip.eachEntry()) {
      said += entry.uncompressedSize;
      if (said > unpackedMax || entries.size >= PARTS_MAX) throw new SpreadsheetError('tooLargeUnpacked');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof SpreadsheetError ? error : new SpreadsheetError('damaged');
  }
  let unpacked = 0;
  return {
    has: (name) => entries.has(name),
    read: async (name, onText) => {
      const entry = entries.get(name);
      if (!entry) throw new SpreadsheetError('notASpreadsheet');
      const decoder = new TextDecoder('utf-8', { fatal: true });
      try {
        const stream = await zip.openReadStreamPromise(entry);
        for await (const piece of stream as AsyncIterable<Buffer>) {
          unpacked += piece.length;
          if (unpacked > unpackedMax) throw new SpreadsheetError('tooLargeUnpacked');
          onText(decoder.decode(piece, { stream: true }));
        }
        onText(decoder.decode());
      } catch (error) {
        throw error instanceof SpreadsheetError ? error : new SpreadsheetError('damaged');
      }
    },
  };
}
