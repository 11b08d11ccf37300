import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { address, ask, check, docker, healthy, images, job, root, start, volumes } from './harness.mjs';

const csv = readFileSync(`${root}samples/credit-scoring/data/credit.csv`, 'utf8');

function upload(name, text) {
  const script = 'import sys,pathlib;pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())';
  docker(
    [
      'run',
      '--rm',
      '-i',
      '--entrypoint',
      'python3',
      '-v',
      `${volumes.raw}:/data/raw`,
      images.credit.tag,
      '-c',
      script,
      `/data/raw/${name}`,
    ],
    { input: text },
  );
}

/** Untrained, refused, trained, predicting. Returns the model's address. */
export async function serving() {
  let url = '';
  await check('an untrained model is healthy and not ready', async () => {
    const name = start('model', images.credit.tag, [
      '--read-only',
      '--tmpfs',
      '/tmp',
      '-v',
      `${volumes.processed}:/data/processed:ro`,
      '-p',
      '127.0.0.1::8000',
    ]);
    await healthy(name);
    url = address(name, 8000);
    const { status, json } = await ask(`${url}/health`);
    assert.equal(status, 503);
    assert.match(json.reason, /no trained model/);
  });
  await check('a CSV file with wrong columns ends with 2 and names them', () => {
    upload('credit.csv', csv.replace('"Income"', '"Earnings"'));
    const { code, result } = job(images.credit.tag, 'train', {}, [2]);
    assert.equal(code, 2);
    assert.equal(result.error.code, 'WRONG_COLUMNS');
    assert.match(result.error.message, /missing: Income; unexpected: Earnings/);
  });
  await check('training on real data reaches AUC 0.75 on held-out rows', () => {
    upload('credit.csv', csv);
    const { result } = job(images.credit.tag, 'train', { JALON_RUN_ID: 'train-1' });
    assert.ok(result.metrics.auc >= 0.75 && result.metrics.auc < 0.95, `AUC ${result.metrics.auc}`);
    const counts = result.report.confusionMatrix.counts.flat();
    assert.equal(
      counts.reduce((sum, n) => sum + n, 0),
      result.report.rows.heldOut,
    );
    assert.equal(result.report.rows.training + result.report.rows.heldOut, 4454);
    return `AUC ${result.metrics.auc}`;
  });
  await check('the running server takes the new model and predicts', async () => {
    assert.equal((await ask(`${url}/health`)).json.status, 'ready');
    const { input } = (await ask(`${url}/schema`)).json;
    const row = input.examples[0];
    const one = await ask(`${url}/predict`, row);
    assert.equal(one.status, 200, one.text);
    assert.ok(one.json.probabilityOfBad > 0 && one.json.probabilityOfBad < 1);
    assert.deepEqual((await ask(`${url}/predict`, { instances: [row, row] })).json.predictions, [
      one.json,
      one.json,
    ]);
    const { Age, ...without } = row;
    const missing = await ask(`${url}/predict`, without);
    assert.equal(missing.status, 422);
    assert.deepEqual(missing.json.error.fields, [{ field: 'Age', message: 'is required' }]);
    assert.equal(
      (await ask(`${url}/predict`, { ...row, Home: 'castle' })).json.error.fields[0].field,
      'Home',
    );
    return `probability ${one.json.probabilityOfBad}`;
  });
  return url;
}
