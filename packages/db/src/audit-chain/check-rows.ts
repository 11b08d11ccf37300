import { type ChainRow, GENESIS_HASH, hashOf } from './chain-row';

export const CHAIN_FAULTS = [
  /** What the event says is not what was hashed. */
  'CONTENT',
  /** It does not follow from the event before it. */
  'LINK',
  /** Events are gone from here. */
  'MISSING',
  /** An event stands outside the chain. */
  'UNCHAINED',
  /** The chain does not end as its head says, or as was expected. */
  'HEAD',
] as const;

export interface ChainFault {
  kind: (typeof CHAIN_FAULTS)[number];
  /** Place in the chain; null for what has none. */
  sequence: string | null;
  /** Id of the event; null where there is none. */
  eventId: string | null;
}

/** Goes along a chain, batch by batch, and remembers where it is. */
export class ChainWalk {
  private place = 0n;
  private before = GENESIS_HASH;

  /** Where the walk has come to. */
  get last(): { sequence: bigint; hash: string } {
    return { sequence: this.place, hash: this.before };
  }

  /** What is wrong with these rows, which follow those of the call before, in order of their sequence. */
  check(rows: readonly ChainRow[]): ChainFault[] {
    return rows.flatMap((row) => this.checkOne(row));
  }

  private checkOne(row: ChainRow): ChainFault[] {
    const faults: ChainFault[] = [];
    const at = BigInt(row.sequence);
    const gap = at !== this.place + 1n;
    if (gap) faults.push({ kind: 'MISSING', sequence: String(this.place + 1n), eventId: null });
    // After a gap the hash before is not known: the gap has been said.
    else if (row.previousHash !== this.before)
      faults.push({ kind: 'LINK', sequence: row.sequence, eventId: row.id });
    if (row.hash !== hashOf(row)) faults.push({ kind: 'CONTENT', sequence: row.sequence, eventId: row.id });
    this.place = at;
    this.before = row.hash ?? '';
    return faults;
  }
}
