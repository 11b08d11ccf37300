const QUERY = 'Q'.charCodeAt(0);
const HEAD = 5;

/**
 * Finds COMMIT among the messages of one connection to PostgreSQL. After the first message, which has no type, each is
 * a type of one byte, its length in four (the length's own four included), and its body (PostgreSQL manual, “Message
 * Formats”).
 */
export class CommitFinder {
  private rest = Buffer.alloc(0);
  private started = false;

  /** Commits whose message ends in this chunk. */
  countIn(chunk: Buffer): number {
    this.rest = Buffer.concat([this.rest, chunk]);
    let found = 0;
    for (let message = this.take(); message; message = this.take()) {
      const text = message.toString('latin1', HEAD, message.length - 1);
      if (message[0] === QUERY && text === 'COMMIT') found += 1;
    }
    return found;
  }

  private take(): Buffer | null {
    const typeLength = this.started ? 1 : 0;
    if (this.rest.length < typeLength + 4) return null;
    const length = typeLength + this.rest.readInt32BE(typeLength);
    if (this.rest.length < length) return null;
    const message = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    this.started = true;
    return message;
  }
}
