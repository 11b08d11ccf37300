import { connect, createServer, type Socket } from 'node:net';
import { CommitFinder } from './commit-finder';
import { type Strike, StrikeCounter } from './strike';

/** The worker's way to PostgreSQL, transaction by transaction: at the commit that was chosen, something happens. */
export interface DatabaseLine {
  /** What the worker takes for the database. */
  url: string;
  arm(strike: Strike | null): void;
  close(): Promise<void>;
}

/** Counts commits. A strike `before` one keeps it from the database; one that is `done` keeps the answer from the worker. */
export async function openDatabaseLine(databaseUrl: string): Promise<DatabaseLine> {
  const target = new URL(databaseUrl);
  const counter = new StrikeCounter();
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const commits = new CommitFinder();
    let pending: Strike | null = null;
    let struck = false;
    /** True when what was struck goes no further. */
    const hit = (strike: Strike): boolean => {
      if (!struck) strike.hit('commit');
      struck = !strike.letsCommitGo;
      if (strike.letsCommitGo) pending = null;
      return struck;
    };
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one) && other.destroy());
    }
    near.on('data', (chunk) => {
      for (let found = commits.countIn(chunk); found > 0; found -= 1) pending = counter.next() ?? pending;
      if (pending?.moment === 'before' && hit(pending)) return;
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (pending && hit(pending)) return;
      near.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: url.href,
    arm: (strike) => counter.arm(strike),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
