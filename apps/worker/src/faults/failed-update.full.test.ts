import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calmly, Range } from '../testing/faults/range';
import { servedVersion } from '../testing/faults/serving';
import { report } from '../testing/faults/settings';
import { type Flaw, type ServiceDraft, type StackDraft, simple } from '../testing/faults/stacks/stack';
import { freePorts } from '../testing/free-ports';

/** Far more than the bar: the time is reported, and a busy machine is not a fault. */
const PATIENCE_MS = 300_000;

let range: Range;
let port: number;
/** From the verdict to the previous version's answer, milliseconds. */
const measured: Record<string, { code: string; backAfterMs: number }> = {};

beforeAll(async () => {
  range = await Range.open();
  [port = 0] = await freePorts(1);
});

afterAll(async () => {
  await report('failed-update', measured);
  await range.close();
});

const good: StackDraft = { front: simple(1, { dependsOn: { back: 'service_started' } }), back: simple(1) };

/** The same stack, its second service changed like this. */
const withBack = (changes: Partial<ServiceDraft>): StackDraft => ({
  front: simple(2, { dependsOn: { back: 'service_started' } }),
  back: simple(2, changes),
});

interface Fault {
  fault: string;
  update: () => StackDraft;
  /** Codes that say it well. */
  codes: string[];
  /** What the message must name. */
  says: RegExp;
  around?: (work: () => Promise<void>) => Promise<void>;
}

const flawed =
  (flaw: Flaw, more: Partial<ServiceDraft> = {}) =>
  () =>
    withBack({ flaw, ...more });

const FAULTS: Fault[] = [
  { fault: 'image missing', update: flawed('no-image'), codes: ['IMAGE_NOT_FOUND'], says: /none\/none:1/ },
  {
    fault: 'bad command',
    update: flawed('bad-command'),
    codes: ['ENGINE_REFUSED', 'SERVICE_EXITED'],
    says: /no\/such\/program|back/,
  },
  {
    fault: 'crash at start',
    update: flawed('exits'),
    codes: ['SERVICE_EXITED'],
    says: /code 3.*cannot open model/,
  },
  {
    fault: 'crash loop',
    update: flawed('crash-loop'),
    codes: ['SERVICE_EXITED'],
    says: /back.*code 1.*no connection/,
  },
  {
    fault: 'health never green',
    update: flawed('unhealthy', { checked: true }),
    codes: ['SERVICE_UNHEALTHY'],
    says: /back.*unhealthy/,
  },
  {
    fault: 'port taken',
    update: () => withBack({ port }),
    codes: ['PORT_TAKEN'],
    says: /another program on the host/,
    around: (work) => holding(port, work),
  },
  {
    fault: 'out of memory',
    update: flawed('out-of-memory'),
    codes: ['SERVICE_EXITED'],
    says: /back.*(memory|137)/,
  },
  {
    fault: 'disk of the service full',
    update: flawed('disk-full'),
    codes: ['SERVICE_EXITED'],
    says: /back.*No space left/,
  },
  {
    fault: 'disk of the host full',
    update: () => withBack({}),
    codes: ['ENGINE_REFUSED'],
    says: /disk of the host is full/,
    around: withFullDisk,
  },
  {
    fault: 'dependency dead',
    update: () => ({
      front: simple(2, { dependsOn: { seed: 'service_completed_successfully' } }),
      back: simple(2),
      seed: simple(2, { kind: 'once', flaw: 'exits' }),
    }),
    codes: ['SERVICE_EXITED'],
    says: /seed/,
  },
];

describe('an update that fails', () => {
  it.each(FAULTS)(
    '$fault: says so, and the previous version serves again',
    async ({ fault, update, codes, says, around }) => {
      const { scene } = range;
      const drill = await range.standing(good);
      const { environment } = drill;
      expect(await servedVersion(scene, environment, 'back')).toBe('1');
      let backAfterMs = Number.NaN;
      const timed = calmly(drill, { action: 'DEPLOY', stack: update(), broken: true });
      const work = async (): Promise<void> => {
        const at = await verdict(environment.environmentId);
        await scene.until(
          async () => [
            await servedVersion(scene, environment, 'front'),
            await servedVersion(scene, environment, 'back'),
          ],
          (versions) => versions.every((version) => version === '1'),
          PATIENCE_MS,
        );
        backAfterMs = Math.round(performance.now() - at);
      };
      await (around ? around(work) : work());
      expect(await timed).toMatchObject({ status: 'REVERTED', findings: [] });
      const { errorCode, errorMessage } = await scene.db.deployment.findFirstOrThrow({
        where: { environmentId: environment.environmentId, status: 'REVERTED' },
      });
      measured[fault] = { code: errorCode ?? '', backAfterMs };
      console.log(`  ${fault}: ${errorCode}, serves again after ${backAfterMs} ms: ${errorMessage}`);
      expect(codes).toContain(errorCode);
      expect(errorMessage).toMatch(says);
      await calmly(drill, { action: 'REMOVE' });
    },
  );
});

/** Resolves with the moment at which the deployment has a verdict. */
async function verdict(environmentId: string): Promise<number> {
  await range.scene.until(
    () => range.scene.db.deployment.findFirst({ where: { environmentId, errorCode: { not: null } } }),
    (found) => found !== null,
  );
  return performance.now();
}

/** A program of the host has the port meanwhile; the engine knows nothing of it. */
async function holding(taken: number, work: () => Promise<void>): Promise<void> {
  const holder = await new Promise<Server>((resolve) => {
    const server = createServer().listen(taken, '127.0.0.1', () => resolve(server));
  });
  await work();
  await new Promise((resolve) => holder.close(resolve));
}

async function withFullDisk(work: () => Promise<void>): Promise<void> {
  const message = 'write /var/lib/docker/containers/x/config.v2.json: no space left on device';
  range.lane.engine.answer('create', { kind: 'status', status: 500, message });
  await work();
  range.lane.engine.answer('create', null);
}
