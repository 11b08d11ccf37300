import assert from 'node:assert/strict';
import { address, ask, check, docker, healthy, images, job, start, volumes } from './harness.mjs';

/** The catalogue's own model, and Jupyter. */
export async function catalogue() {
  await check('the catalogue model trains on any CSV file', () => {
    const train = (env, codes) => job(images.model.tag, 'train', env, codes, volumes.generic).result;
    const result = train({ TARGET_COLUMN: 'Status' });
    assert.ok(result.metrics.auc > 0.75, `AUC ${result.metrics.auc}`);
    const number = train({ TARGET_COLUMN: 'Amount', MODEL_NAME: 'amount' });
    assert.ok(number.metrics.r2 > 0.4, `R² ${number.metrics.r2}`);
    assert.equal(train({}, [2]).error.code, 'TARGET_MISSING');
    return `AUC ${result.metrics.auc}, R² ${number.metrics.r2}`;
  });
  await check('the catalogue model serves what it trained', async () => {
    const name = start('generic', images.model.tag, [
      '-v',
      `${volumes.generic}:/data/processed:ro`,
      '-p',
      '127.0.0.1::8000',
    ]);
    await healthy(name);
    const url = address(name, 8000);
    const { input } = (await ask(`${url}/schema`)).json;
    const { status, json } = await ask(`${url}/predict`, input.examples[0]);
    assert.equal(status, 200);
    assert.ok(['good', 'bad'].includes(json.prediction));
  });
  await check('Jupyter answers under its base path and its notebook reads both volumes', async () => {
    const mounts = [
      `${volumes.raw}:/data/raw:ro`,
      `${volumes.processed}:/data/processed:ro`,
      `${volumes.notebooks}:/home/jalon/notebooks`,
    ];
    const base = '/s/project/sandbox/jupyter/';
    const name = start('jupyter', images.jupyter.tag, [
      ...mounts.flatMap((m) => ['-v', m]),
      '-e',
      `JALON_BASE_PATH=${base}`,
      '-p',
      '127.0.0.1::8888',
    ]);
    await healthy(name);
    const url = address(name, 8888);
    assert.equal((await ask(`${url}${base}tree`)).status, 200);
    assert.equal(
      (await ask(`${url}${base}api/kernels`, {})).status,
      403,
      'a request without XSRF token must be refused',
    );
    const notebook = docker([
      'exec',
      name,
      'python3',
      '-m',
      'nbconvert',
      '--to',
      'notebook',
      '--execute',
      '--stdout',
      'start.ipynb',
    ]).out;
    const printed = JSON.parse(notebook)
      .cells.flatMap((cell) => cell.outputs ?? [])
      .map((o) => [o.text].flat().join(''))
      .join('\n');
    assert.match(printed, /credit\.csv/);
    assert.match(printed, /1114 predictions/);
  });
}
