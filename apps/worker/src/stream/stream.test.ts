import { deriveKey } from '@jalon/config';
import type { TestEnvironment } from '@jalon/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chainOf } from '../testing/compose-files';
import { Scene } from '../testing/scene';

let scene: Scene;
let url: string;
let environment: TestEnvironment;
let authorization: string;

beforeAll(async () => {
  scene = await Scene.open();
  const worker = await scene.worker();
  await worker.ready;
  url = worker.url;
  authorization = `Bearer ${deriveKey(scene.secret, 'stream').toString('hex')}`;
  environment = await scene.environment();
  await scene.finished(await scene.queue(environment, 'DEPLOY', chainOf()));
});

afterAll(async () => {
  await scene.close();
});

const ask = (path: string, query: Record<string, string>, init: RequestInit = {}): Promise<Response> => {
  const all = new URLSearchParams({ environmentId: environment.environmentId, ...query });
  return fetch(`${url}${path}?${all}`, { ...init, headers: { authorization, ...init.headers } });
};

describe('the stream endpoint', () => {
  it('answers nobody without the token, and anybody after its health', async () => {
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect((await fetch(`${url}/logs`)).status).toBe(401);
    const wrong = { authorization: `${authorization.slice(0, -1)}x` };
    expect((await ask('/logs', {}, { headers: wrong })).status).toBe(401);
  });

  it('says what is wrong with a query', async () => {
    expect((await ask('/logs', { environmentId: 'x' })).status).toBe(400);
    expect((await ask('/file', { volume: 'data', name: '../../etc/passwd' })).status).toBe(400);
    const unknown = await ask('/logs', { environmentId: '00000000-0000-4000-8000-000000000000' });
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('gives past lines of one service', async () => {
    const text = await (await ask('/logs', { service: 'db', tail: '10' })).text();
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([{ service: 'db', stream: 'stdout', line: 'ready 1' }]);
  });

  it('follows until the reader goes', async () => {
    const controller = new AbortController();
    const response = await ask('/logs', { follow: '1' }, { signal: controller.signal });
    const reader = response.body?.getReader();
    let text = '';
    while (text.split('ready 1').length < 4) {
      const chunk = await reader?.read();
      text += new TextDecoder().decode(chunk?.value);
    }
    controller.abort();
    const services = text
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).service);
    expect([...new Set(services)].sort()).toEqual(['db', 'model', 'web']);
  });

  it('takes a file into a volume, lists it and gives it back', async () => {
    const body = 'Age,Income\n30,1000\n'.repeat(1_000);
    const put = await ask('/file', { volume: 'data', name: 'credit.csv' }, { method: 'PUT', body });
    expect(put.status).toBe(201);
    const files = await (await ask('/files', { volume: 'data' })).json();
    expect(files).toMatchObject([{ name: 'credit.csv', size: body.length }]);
    expect(await (await ask('/file', { volume: 'data', name: 'credit.csv' })).text()).toBe(body);
    expect((await ask('/file', { volume: 'data', name: 'other.csv' })).status).toBe(404);
    expect((await ask('/files', { volume: 'nothing' })).status).toBe(404);
  });
});
