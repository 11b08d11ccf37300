import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../exit';
import { CHECKED, EngineScene, READY, service } from '../testing/engine-scene';

let scene: EngineScene;
beforeAll(async () => {
  scene = await EngineScene.open();
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

const put = (version: string, changes: { web?: string; more?: string } = {}) =>
  scene.files.put(
    'compose.yaml',
    `services:
${service('db', `echo db ${version}; ${READY}`, `${CHECKED}    volumes: ["data:/data"]\n`)}
${service('web', changes.web ?? `echo web ${version}; ${READY}`, `${CHECKED}    depends_on: { db: { condition: service_healthy } }\n`)}
${changes.more ?? ''}
volumes: { data: {} }
`,
  );
const names = (...parts: string[]) => parts.map((part) => `${scene.target.projectName}-${part}`);

describe('up', () => {
  it('goes from nothing to healthy, then has nothing to do; down leaves the data until somebody types the name', async () => {
    put('1');
    const before = await scene.run('plan --detailed-exitcode');
    expect(before).toMatchObject({ code: EXIT.changes, err: '' });
    expect(before.out).toContain(`create container ${names('db-1')}`);
    const first = await scene.run('up');
    expect(first.code).toBe(EXIT.ok);
    expect(first.out).toBe(before.out);
    expect(first.err).toContain('[8/8] ✓ ');
    expect(first.err).toContain('Done. 2 services, as the files say.');
    const [db, web] = names('db-1', 'web-1');
    expect(await scene.containers()).toMatchObject([
      { name: db, state: 'running' },
      { name: web, state: 'running' },
    ]);
    expect(await scene.run('up')).toMatchObject({
      code: EXIT.ok,
      out: expect.stringContaining('Nothing to do.'),
    });
    expect((await scene.run('plan --detailed-exitcode')).code).toBe(EXIT.ok);

    const listed = JSON.parse((await scene.run('ps --json')).out);
    expect(listed).toMatchObject([
      { service: 'db', health: 'healthy' },
      { service: 'web', health: 'healthy' },
    ]);
    expect((await scene.run('ps')).out).toMatch(/\nweb +running \(healthy\) +\d+ s +0 +- +/);
    expect((await scene.run('logs')).out).toContain('db  | db 1\n');
    expect((await scene.run('logs --no-prefix -n 1 web')).out).toBe('web 1\n');
    expect(await scene.run('logs nobody')).toMatchObject({
      code: EXIT.failed,
      err: 'jalon: The stack has no service nobody. It has: db, web.\n',
    });

    const down = await scene.run('down');
    const volume = `${scene.target.projectName}_data`;
    expect(down).toMatchObject({ code: EXIT.ok, out: '' });
    expect(down.err).toContain(`Taken down. Its data stays: ${volume}.`);
    expect(await scene.containers()).toEqual([]);
    const volumes = async () =>
      (await scene.host.docker.listVolumes({ filters: { name: [volume] } })).Volumes.length;
    expect((await scene.run('down --volumes')).code).toBe(EXIT.usage);
    expect(await scene.run('down --volumes', { answer: 'yes' })).toMatchObject({
      code: EXIT.failed,
      err: expect.stringContaining(
        `with all data: ${volume}\nType ${scene.target.projectName} to go on: Nothing was done.`,
      ),
    });
    expect(await volumes()).toBe(1);
    expect((await scene.run('down --volumes', { answer: scene.target.projectName })).code).toBe(EXIT.ok);
    expect(await volumes()).toBe(0);
    expect((await scene.run('down')).err).toContain('Nothing to take down.');
  });

  it('that fails says which line broke it, and what ran before runs again, by the same containers', async () => {
    put('1');
    expect((await scene.run('up')).code).toBe(EXIT.ok);
    const before = await scene.containers();
    put('2', { web: 'echo cannot open the model; exit 3', more: service('extra', READY) });
    const failed = await scene.run('up');
    expect(failed.code).toBe(EXIT.failed);
    expect(failed.err).toContain('Service “web” exited with code 3');
    expect(failed.err).toContain('  web | cannot open the model\n');
    expect(failed.err).toContain('As before: db, web\nStopped, with their logs still there: extra\n');
    const [db, extra, web] = await scene.containers();
    expect([db, web]).toEqual(before);
    expect(extra).toMatchObject({ name: names('extra-1')[0], state: 'exited' });
    put('1');
    expect((await scene.run('up')).code).toBe(EXIT.ok);
    expect(await scene.containers()).toEqual(before);
  });

  it('that is cancelled puts back what it had changed', async () => {
    put('1');
    expect((await scene.run('up')).code).toBe(EXIT.ok);
    const before = await scene.containers();
    put('2', { web: 'echo never ready; while true; do sleep 1; done' });
    const person = new AbortController();
    const cancelled = await scene.run('up', {
      interrupted: person.signal,
      onErr: (text) => {
        if (text.includes(`… wait until ${names('web-1')} is healthy`)) person.abort();
      },
    });
    expect(cancelled.code).toBe(EXIT.cancelled);
    expect(cancelled.err).toContain('Cancelling; what had been changed is put back.');
    expect(cancelled.err).toContain('As before: db, web\n');
    expect(await scene.containers()).toEqual(before);
  });

  it('that takes too long counts as failed', async () => {
    put('1', { web: 'echo never ready; while true; do sleep 1; done' });
    const late = await scene.run('up --timeout 6s');
    expect(late.code).toBe(EXIT.failed);
    expect(late.err).toContain('Not done within the 6s of --timeout.');
    expect(late.err).toContain('Stopped, with their logs still there: db, web\n');
    expect((await scene.containers()).filter(({ state }) => state === 'running')).toEqual([]);
  });

  it('removes what is no longer in the file, when all else is proven', async () => {
    put('1', { more: service('extra', READY) });
    expect((await scene.run('up')).code).toBe(EXIT.ok);
    put('1', { web: `echo changed; ${READY}` });
    const { code, out } = await scene.run('up');
    expect(code).toBe(EXIT.ok);
    expect(out).toMatch(/\d+\. stop container \S+-extra-1 {2}\(no longer part of the stack\) {2}after \d/);
    expect((await scene.containers()).map(({ name }) => name)).toEqual(names('db-1', 'web-1'));
  });

  it('says what it does not run, and runs a profile that is asked for', async () => {
    const more = `${service('debug', READY, '    profiles: [debug]\n')}${service('train', 'true', '    x-jalon: { role: job, job: train }\n')}`;
    put('1', { more: `${more}${service('open', READY, '    x-jalon: { expose: { port: 80 } }\n')}` });
    const plain = await scene.run('plan');
    expect(plain.out).toContain('  not opened: open (x-jalon.expose is for the gateway of the platform;');
    expect(plain.out).toContain(
      '  not run: debug (of profile debug)\n  not run: train (a job, which runs when the platform is asked for it)\n',
    );
    expect(plain.out).not.toContain('debug-1');
    expect((await scene.run('plan --profile debug')).out).toContain('debug-1');
    expect((await scene.run('plan', { environment: { COMPOSE_PROFILES: 'debug' } })).out).toContain(
      'debug-1',
    );
  });

  it('gives a service the secret that lies in a file of the project, and makes it anew when that changes', async () => {
    const web = `cat /run/secrets/key; echo; ${READY}`;
    scene.files.put(
      'compose.yaml',
      `services:\n${service('web', web, `${CHECKED}    secrets: [key]\n`)}\nsecrets: { key: { file: ./key.txt } }\n`,
    );
    scene.files.put('key.txt', 'one');
    const first = await scene.run('up');
    expect(first.code).toBe(EXIT.ok);
    expect((await scene.run('logs --no-prefix')).out).toBe('one\n');
    scene.files.put('key.txt', 'another');
    const second = await scene.run('up');
    expect(second.code).toBe(EXIT.ok);
    expect(second.out).toContain('config changed: ');
    expect((await scene.run('logs --no-prefix')).out).toBe('another\n');
    expect(first.out + first.err + second.out + second.err).not.toContain('another');
  });

  it('follows the logs of what starts, until Ctrl-C', async () => {
    put('1', { web: `touch /tmp/ready; i=0; while true; do i=$((i+1)); echo line $i; sleep 0.2; done` });
    expect((await scene.run('up')).code).toBe(EXIT.ok);
    const person = new AbortController();
    const seen: string[] = [];
    const following = scene.run('logs -f -n 0 web', {
      interrupted: person.signal,
      onOut: (text) => {
        seen.push(text);
        if (seen.join('').split('\n').length > 3) person.abort();
      },
    });
    expect(await following).toMatchObject({ code: EXIT.ok, err: '' });
    expect(seen.join('')).toMatch(/^(web \| line \d+\n){3}/);
  });
});
