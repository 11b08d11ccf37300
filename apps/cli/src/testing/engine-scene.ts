import { randomBytes } from 'node:crypto';
import { BUSYBOX_IMAGE, type TestEngine, testEndpoint, testEngine } from '@jalon/docker/testing';
import { localTarget } from '../stack/stack-name';
import { type Circumstances, type Outcome, Scene } from './scene';

/** A scene with a stack of its own on the test daemon. */
export class EngineScene {
  readonly files = new Scene();
  readonly target = localTarget(`t${randomBytes(4).toString('hex')}`, 'test');

  private constructor(readonly host: TestEngine) {}

  static async open(): Promise<EngineScene> {
    return new EngineScene(await testEngine());
  }

  /** Runs `jalon compose …` for this scene's stack. */
  run(line: string, circumstances: Circumstances = {}): Promise<Outcome> {
    const { project, environment } = this.target;
    const [name = '', ...rest] = line.split(' ').filter((word) => word !== '');
    const words = ['compose', name, '-p', project, '-e', environment, ...rest];
    return this.files.run(words, {
      ...circumstances,
      environment: { DOCKER_HOST: testEndpoint(), ...circumstances.environment },
    });
  }

  /** `name id-or-not state` of the stack's containers. */
  async containers(): Promise<{ name: string; id: string; state: string }[]> {
    const { environmentId } = this.target;
    const { containers } = await this.host.engine.observe({ environmentId, images: [] });
    return containers
      .map(({ name, id, state }) => ({ name, id, state }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async clear(): Promise<void> {
    await this.host.cleanUp(this.target.environmentId);
  }

  async close(): Promise<void> {
    await this.clear();
    this.host.close();
    this.files.close();
  }
}

/** A service of the test image that runs this shell script. */
export function service(name: string, script: string, more = ''): string {
  const command = JSON.stringify(script).replaceAll('$', '$$$$');
  return `  ${name}:
    image: ${BUSYBOX_IMAGE}
    init: true
    stop_grace_period: 1s
    command: ["sh", "-c", ${command}]
${more}`;
}

/** Turns healthy as soon as its script has made /tmp/ready. */
export const CHECKED = `    healthcheck: { test: ["CMD", "test", "-f", "/tmp/ready"], interval: 300ms, timeout: 5s, retries: 20 }\n`;
export const READY = 'touch /tmp/ready; while true; do sleep 1; done';
