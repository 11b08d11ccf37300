import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineCall } from './engine-calls';
import { type Strike, StrikeCounter } from './strike';

/** What a call meets in place of the engine. */
export type Answer = { kind: 'status'; status: number; message: string } | { kind: 'silence' };

/** The worker's way to the engine, call by call: at the one that was chosen, something happens. */
export interface EngineLine {
  /** What the worker takes for the engine. */
  endpoint: string;
  arm(strike: Strike | null): void;
  /** From now on, calls of this kind get this in place of the engine's answer, so many times; null: the engine's. */
  answer(kind: string, answer: Answer | null, times?: number): void;
  /** Closes every connection that is open, as an engine that dies does. */
  cut(): void;
  /** Calls that change something, since a strike was chosen last. */
  calls(): string[];
  close(): Promise<void>;
}

/** @param engine `unix:///…` of the real one */
export async function openEngineLine(engine: string): Promise<EngineLine> {
  const socketPath = engine.replace(/^unix:\/\//, '');
  const path = join(tmpdir(), `jalon-line-${randomUUID().slice(0, 8)}.sock`);
  const counter = new StrikeCounter();
  const answers = new Map<string, { answer: Answer; left: number }>();
  const sockets = new Set<Socket>();
  let log: string[] = [];

  const server = createServer((incoming, outgoing) => {
    const call = engineCall(incoming.method ?? 'GET', incoming.url ?? '/');
    if (!call) return pass(socketPath, incoming, outgoing);
    const name = `${call.kind} ${call.subject}`.trim();
    log.push(name);
    const strike = counter.next();
    const given = answers.get(call.kind);
    if (given && given.left > 0) {
      given.left -= 1;
      return give(given.answer, incoming, outgoing);
    }
    if (!strike) return pass(socketPath, incoming, outgoing);
    passStruck(socketPath, incoming, outgoing, strike, name);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    endpoint: `unix://${path}`,
    arm: (strike) => {
      if (strike) log = [];
      counter.arm(strike);
    },
    answer: (kind, answer, left = Number.POSITIVE_INFINITY) => {
      if (answer) answers.set(kind, { answer, left });
      else answers.delete(kind);
    },
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    calls: () => [...log],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function give(answer: Answer, incoming: IncomingMessage, outgoing: ServerResponse): void {
  incoming.resume();
  if (answer.kind === 'silence') return;
  outgoing.writeHead(answer.status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify({ message: answer.message }));
}

function pass(socketPath: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const onward = onwardOf(socketPath, incoming, outgoing);
  onward.on('response', (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    // A subscription answers with its head long before its first event.
    outgoing.flushHeaders();
    response.pipe(outgoing);
  });
  incoming.pipe(onward);
}

function passStruck(
  socketPath: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { moment, hit }: Strike,
  name: string,
): void {
  if (moment === 'before') {
    incoming.resume();
    hit(name);
    return;
  }
  const onward = onwardOf(socketPath, incoming, outgoing);
  if (moment === 'during') onward.once('finish', () => hit(name));
  onward.on('response', (response) => {
    if (moment === 'done') {
      response.resume();
      response.once('end', () => hit(name));
      return;
    }
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    outgoing.flushHeaders();
    response.pipe(outgoing);
    if (moment === 'answered') outgoing.once('finish', () => hit(name));
  });
  incoming.pipe(onward);
}

/** The same request to the engine. Who asked and is gone takes it along, as without a line between. */
function onwardOf(socketPath: string, incoming: IncomingMessage, outgoing: ServerResponse) {
  const { method, url, headers } = incoming;
  const onward = request({ socketPath, method, path: url, headers });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  return onward;
}
