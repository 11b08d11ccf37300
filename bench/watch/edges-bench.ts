import { BUSYBOX_IMAGE, testEngine } from '@jalon/docker/testing';
import { median, round } from '../lib/median';
import type { Bench, BenchContext, Report } from '../lib/report';
import { withOwnStack } from './own-stack';

const LENGTH = 8;
const MOST_MS = 20;

export const edgesBench: Bench = {
  name: 'edges',
  title: 'From the health event of one service to the start of the next',
  run: runEdgesBench,
};

/** A chain of services, each of which waits for the health of the one before. */
function chain(length: number): string {
  const services = Array.from({ length }, (_, index) => {
    const needs = index === 0 ? '' : `\n    depends_on: { s${index - 1}: { condition: service_healthy } }`;
    return `  s${index}:
    image: ${BUSYBOX_IMAGE}
    stop_signal: SIGKILL
    command: ["sleep", "1000000"]
    healthcheck: { test: ["CMD", "true"], interval: 300ms, timeout: 2s, retries: 20 }${needs}`;
  });
  return `services:\n${services.join('\n')}\n`;
}

/** The engine's own time of the event, against the moment at which the next service's start was begun; one clock. */
async function runEdgesBench(context: BenchContext): Promise<Report> {
  const rounds = context.rounds ?? 3;
  const edges: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    context.onLine(`a chain of ${LENGTH}, round ${round} of ${rounds}`);
    edges.push(...(await measureChain(context)));
  }
  const middle = round(median(edges), 1);
  const sorted = [...edges].sort((a, b) => a - b);
  return {
    rows: [
      {
        edges: edges.length,
        'median ms': middle,
        'fastest ms': round(sorted[0] ?? Number.NaN, 1),
        'slowest ms': round(sorted.at(-1) ?? Number.NaN, 1),
      },
    ],
    bars: [
      {
        what: 'dependency edge after its health event',
        measured: middle,
        unit: 'ms',
        must: 'at most',
        bar: MOST_MS,
      },
    ],
    notes: [],
    samples: { edges: edges.map((ms) => round(ms, 1)) },
  };
}

async function measureChain(context: BenchContext): Promise<number[]> {
  const { docker, close } = await testEngine({ endpoint: context.dockerHost ?? '' });
  const healthyAt = new Map<string, number>();
  const begunAt = new Map<string, number>();
  const events = await docker.getEvents({ filters: { event: ['health_status'] } });
  events.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n').filter(Boolean)) {
      const { Action, Actor, timeNano } = JSON.parse(line) as HealthEvent;
      if (Action.endsWith('healthy') && !Action.endsWith('unhealthy'))
        healthyAt.set(Actor.Attributes.name, timeNano / 1e6);
    }
  });
  try {
    return await withOwnStack(context, async ({ up, target }) => {
      await up(chain(LENGTH), async (key, { status }) => {
        if (status === 'RUNNING' && !begunAt.has(key)) begunAt.set(key, Date.now());
      });
      return Array.from({ length: LENGTH - 1 }, (_, index) => {
        const healthy = healthyAt.get(`${target.projectName}-s${index}-1`) ?? Number.NaN;
        return (begunAt.get(`start:${target.projectName}-s${index + 1}-1`) ?? Number.NaN) - healthy;
      });
    });
  } finally {
    (events as unknown as { destroy(): void }).destroy();
    close();
  }
}

interface HealthEvent {
  Action: string;
  Actor: { Attributes: { name: string } };
  timeNano: number;
}
