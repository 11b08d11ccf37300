import { removeLabelled } from '../../lib/docker/remove.mjs';
import { main, Refusal } from '../../lib/fail.mjs';
import { say, step } from '../../lib/steps.mjs';
import { deploy, firstAdmin, openSampleProject, removeStack, SLUG, trainAndPredict } from './chain';
import { prepareInstallation, socketHolders, untilHealthy } from './stack';

// The installation as README tells it: images are built, docker-compose.yml is brought up, the printed link makes
// an admin, the sample is deployed and answers. Everything is taken down again.

let passed = 0;

async function check<T>(title: string, work: (onLine: (line: string) => void) => Promise<T>): Promise<T> {
  const result = await step(title, work);
  passed += 1;
  return result;
}

await main(async () => {
  const installation = await prepareInstallation();
  const { compose, url, modelPort } = installation;
  let environmentId: string | null = null;
  try {
    await check('Images are built', (onLine) =>
      compose(['build', 'init', 'postgres', 'worker', 'gateway', 'web'], onLine),
    );
    await check('Everything comes up healthy', async (onLine) => {
      await compose(['up', '-d'], onLine);
      await untilHealthy(installation);
    });
    await check('The socket is in the worker alone', async () => {
      const holders = await socketHolders(installation);
      if (holders.join() !== 'worker') throw new Refusal(`The socket is mounted in: ${holders.join(', ')}`);
    });
    const api = await check('The printed link makes the first admin, who signs in', async () => {
      const admin = await firstAdmin(url, await compose(['logs', '--no-color', 'prepare']));
      return Object.assign({ admin }, { note: url });
    });
    await check('The sample is deployed', async (onLine) => {
      await openSampleProject(api.admin, modelPort);
      return { note: await deploy(api.admin, onLine) };
    });
    await check('The model is trained and predicts through the gateway', async (onLine) => ({
      note: await trainAndPredict(api.admin, modelPort, onLine),
    }));
    environmentId = await check('The stack is removed', (onLine) => removeStack(api.admin, onLine));
  } finally {
    await compose(['down', '--volumes']);
    if (environmentId) {
      const endpoint = process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
      await removeLabelled(endpoint, { environmentId, project: SLUG });
    }
    say(`${passed} passed, ${passed === 7 ? 0 : 1} failed`);
  }
});
