import { parseArgs } from 'node:util';
import { main } from '../lib/fail.mjs';
import { home } from '../lib/home.mjs';
import { freePort, isPortFree } from '../lib/ports.mjs';
import { say, step } from '../lib/steps.mjs';
import { readCommandConfig } from '../platform/command-config';
import { startPlatform } from '../platform/start';
import { readState, writeState } from '../platform/state';
import { loadSample } from '../sample/load';
import { ensureSamplePeople } from '../sample/people';
import { describe } from './result';
import { runSample } from './run-sample';

const MODEL_PORT = 18_080;

const { values } = parseArgs({
  options: {
    'docker-host': { type: 'string', default: 'unix:///var/run/docker.sock' },
    json: { type: 'boolean', default: false },
    began: { type: 'string' },
  },
});

await main(async () => {
  const { databaseUrl, logLevel } = readCommandConfig(process.env);
  const platform = await startPlatform({ home, databaseUrl, logLevel, dockerHost: values['docker-host'] });
  const state = readState(home);
  const { people, modelPort, sample } = await step('Sample people, portfolio and project', async () => {
    const made = await ensureSamplePeople(platform.databaseUrl, state.passwords).finally(() =>
      writeState(home, state),
    );
    state.ports.model ??= (await isPortFree(MODEL_PORT)) ? MODEL_PORT : await freePort();
    writeState(home, state);
    const input = { ...platform, people: made, modelPort: state.ports.model };
    const loaded = await loadSample(input);
    return {
      people: made,
      modelPort: state.ports.model,
      sample: loaded,
      note: loaded.portfolio.created ? `${loaded.portfolio.useCases} use cases` : 'were there',
    };
  });
  const result = await runSample({ url: platform.url, people, sample, modelPort });
  say(`\n${describe(result)}\n`);
  const took = values.began ? (Date.now() - Number(values.began)) / 1000 : null;
  if (took !== null)
    say(
      `  Ready in ${took.toFixed(0)} s. Everything goes on running; remove it with: npm run demo -- --down`,
    );
  if (values.json) say(JSON.stringify({ ...result, seconds: took }));
});
