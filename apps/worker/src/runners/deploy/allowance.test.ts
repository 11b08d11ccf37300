import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUSYBOX_IMAGE } from '@jalon/docker/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Scene } from '../../testing/scene';

let scene: Scene;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-allowed-'));
  await writeFile(join(folder, 'greeting'), 'hello from the host\n');
  scene = await Scene.open();
  await (await scene.worker()).ready;
});

afterAll(async () => {
  await scene.close();
  await rm(folder, { recursive: true, force: true });
});

const mounting = (source: string): string => `services:
  web:
    image: ${BUSYBOX_IMAGE}
    init: true
    stop_grace_period: 1s
    command: ["sh", "-c", "cat /shared/greeting; sleep 1000"]
    volumes: ["${source}:/shared:ro"]
`;

describe('a folder of the host', () => {
  it('is mounted once an admin has allowed it on this host, and no longer than that', async () => {
    const environment = await scene.environment();
    const { environmentId, hostId } = environment;
    const deploy = async (source: string) =>
      scene.finished(await scene.queue(environment, 'DEPLOY', mounting(source)));
    const allow = (bindSources: string[]) =>
      scene.db.dockerHost.update({ where: { id: hostId }, data: { allowance: { bindSources } } });

    expect(await deploy(folder)).toMatchObject({ status: 'FAILED', errorCode: 'POLICY_REFUSED' });
    expect(await scene.containers(environment)).toEqual([]);

    await allow([folder]);
    expect(await deploy(folder)).toMatchObject({ status: 'SUCCEEDED', errorCode: null });
    const lines: string[] = [];
    for await (const batch of scene.host.engine.logs({ environmentId }))
      for (const entry of batch) if ('line' in entry) lines.push(entry.line);
    expect(lines).toEqual(['hello from the host']);

    expect(await deploy(join(folder, 'greeting'))).toMatchObject({ errorCode: 'POLICY_REFUSED' });
    await allow([]);
    expect(await deploy(`${folder}/`)).toMatchObject({ errorCode: 'POLICY_REFUSED' });
    expect(await scene.containers(environment)).toEqual([`${environment.projectSlug}-sandbox-web-1 running`]);
  });
});

/** Says which capabilities its first process has: bit 0 is CHOWN, bit 13 NET_RAW. */
const adding = (capabilities: string): string => `services:
  web:
    image: ${BUSYBOX_IMAGE}
    init: true
    stop_grace_period: 1s
    command: ["sh", "-c", "grep CapEff /proc/self/status; sleep 1000"]
    cap_add: [${capabilities}]
`;

describe('a capability', () => {
  it('is what the process has once an admin has allowed it on this host, and nothing beside', async () => {
    const environment = await scene.environment();
    const { environmentId, hostId } = environment;
    const deploy = async (capabilities: string) =>
      scene.finished(await scene.queue(environment, 'DEPLOY', adding(capabilities)));
    const allow = (capabilities: string[]) =>
      scene.db.dockerHost.update({ where: { id: hostId }, data: { allowance: { capabilities } } });

    await allow(['CHOWN']);
    expect(await deploy('cap_net_raw, CHOWN')).toMatchObject({
      status: 'FAILED',
      errorCode: 'POLICY_REFUSED',
    });
    expect(await scene.containers(environment)).toEqual([]);

    await allow(['CHOWN', 'NET_RAW', 'KILL']);
    expect(await deploy('cap_net_raw, CHOWN')).toMatchObject({ status: 'SUCCEEDED', errorCode: null });
    const lines: string[] = [];
    for await (const batch of scene.host.engine.logs({ environmentId }))
      for (const entry of batch) if ('line' in entry) lines.push(entry.line);
    expect(lines).toEqual([expect.stringMatching(/^CapEff:\s+0000000000002001$/)]);

    expect(await deploy('SYS_ADMIN')).toMatchObject({ errorCode: 'POLICY_REFUSED' });
    await allow([]);
    expect(await deploy('CHOWN')).toMatchObject({ errorCode: 'POLICY_REFUSED' });
  });
});
