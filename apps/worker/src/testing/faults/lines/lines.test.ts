import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createDb } from '@jalon/db';
import { testDatabase } from '@jalon/db/testing';
import { describe, expect, it } from 'vitest';
import { CommitFinder } from './commit-finder';
import { openDatabaseLine } from './database-line';
import { engineCall } from './engine-calls';

/** One message of PostgreSQL's protocol. */
function message(type: string, text: string): Buffer {
  const body = Buffer.from(`${text}\0`);
  const head = Buffer.alloc(4);
  head.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), head, body]);
}

describe('CommitFinder', () => {
  it('finds commits among other messages, wherever the chunks end', () => {
    const all = Buffer.concat([
      message('', 'user\0jalon'),
      message('Q', 'BEGIN'),
      message('P', 'COMMIT'),
      message('Q', 'COMMIT'),
      message('Q', 'SELECT $1 AS "COMMIT"'),
      message('Q', 'COMMIT'),
    ]);
    for (let size = 1; size <= all.length; size += 1) {
      const finder = new CommitFinder();
      let found = 0;
      for (let at = 0; at < all.length; at += size) found += finder.countIn(all.subarray(at, at + size));
      expect(found).toBe(2);
    }
  });
});

describe('engineCall', () => {
  it.each([
    ['POST', '/v1.41/containers/create?name=p-a-1', { kind: 'create', subject: 'p-a-1' }],
    ['POST', '/v1.41/containers/p-a-1/start', { kind: 'start', subject: 'p-a-1' }],
    ['POST', '/containers/p-a-1/stop?t=1', { kind: 'stop', subject: 'p-a-1' }],
    ['POST', '/v1.41/containers/p-a-1/rename?name=x', { kind: 'rename', subject: 'p-a-1' }],
    ['DELETE', '/v1.41/containers/p-a-1?force=true', { kind: 'remove', subject: 'p-a-1' }],
    ['POST', '/v1.41/networks/n/connect', { kind: 'network-connect', subject: 'n' }],
    ['POST', '/v1.41/images/create?fromImage=x', { kind: 'pull', subject: '' }],
  ])('%s %s changes something', (method, url, call) => {
    expect(engineCall(method, url)).toEqual(call);
  });

  it.each([
    ['GET', '/v1.41/containers/json?all=true'],
    ['GET', '/v1.41/containers/p-a-1/json'],
    ['GET', '/v1.41/events'],
    ['GET', '/version'],
  ])('%s %s only looks', (method, url) => {
    expect(engineCall(method, url)).toBeNull();
  });
});

describe('the line to the database', () => {
  it.each(['before', 'done'] as const)(
    'lets a commit go that was struck %s, where that is wished',
    async (moment) => {
      const database = createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
      await once(database, 'listening');
      const { port } = database.address() as AddressInfo;
      const line = await openDatabaseLine(`postgresql://127.0.0.1:${port}/x`);
      let hits = 0;
      line.arm({ call: 1, moment, letsCommitGo: true, hit: () => (hits += 1) });
      const worker: Socket = connect(Number(new URL(line.url).port), '127.0.0.1');
      const sent = Buffer.concat([message('', 'user'), message('Q', 'COMMIT'), message('Q', 'COMMIT')]);
      worker.write(sent);
      let echoed = Buffer.alloc(0);
      for await (const chunk of worker) {
        echoed = Buffer.concat([echoed, chunk as Buffer]);
        if (echoed.length >= sent.length) break;
      }
      expect(echoed).toEqual(sent);
      expect(hits).toBe(1);
      await line.close();
      database.close();
    },
  );

  it('sees the commits of the client that the worker has', async () => {
    const test = await testDatabase();
    const line = await openDatabaseLine(test.url);
    const db = createDb(line.url);
    let hits = 0;
    for (const call of [1, 2]) {
      line.arm({ call, moment: 'before', letsCommitGo: true, hit: () => (hits += 1) });
      for (let n = 0; n < call; n += 1) await db.$transaction([db.user.count(), db.stage.count()]);
    }
    expect(hits).toBe(2);
    await db.close();
    await line.close();
    await test.close();
  });
});
