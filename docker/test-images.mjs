#!/usr/bin/env node
// Builds the images, then trains, serves and scores the sample on the real daemon, under the limits that Jalon sets.
// Plain Node, no dependencies. One line for each check; exit code 1 when one fails. DOCKER_HOST is honoured.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = `jalon-images-${process.pid}`;
const limits = [
  '--cap-drop',
  'ALL',
  '--security-opt',
  'no-new-privileges',
  '--pids-limit',
  '256',
  '--memory',
  '1g',
];
const images = {
  template: {
    tag: 'jalon-test/model-template',
    context: 'docker/model-template',
    base: 'jalon/python-base:bookworm',
  },
  model: {
    tag: 'jalon-test/python-model',
    context: 'docker/catalog/python-model',
    base: 'jalon-test/model-template',
  },
  credit: {
    tag: 'jalon-test/credit-scoring',
    context: 'samples/credit-scoring/model',
    base: 'jalon-test/model-template',
  },
  database: {
    tag: 'jalon-test/postgresql',
    context: 'docker/catalog/postgresql',
    base: 'jalon/python-base:bookworm',
  },
  jupyter: {
    tag: 'jalon-test/jupyterlab',
    context: 'docker/catalog/jupyterlab',
    base: 'jalon-test/model-template',
  },
};
const password = "it's a \\ test;";
const volumes = ['raw', 'processed', 'generic', 'database', 'notebooks'].map((name) => `${run}-${name}`);
const [raw, processed, generic, data, notebooks] = volumes;
const containers = [];
let passed = 0;
let failed = 0;

/** Runs docker; throws with its messages unless it ends with one of the expected codes. Returns {code, out, all}. */
function docker(args, { input, codes = [0] } = {}) {
  const { status, stdout, stderr, error } = spawnSync('docker', args, {
    input,
    maxBuffer: 1 << 26,
    env: { ...process.env, DOCKER_BUILDKIT: '0' },
  });
  if (error) throw error;
  const out = stdout.toString();
  if (!codes.includes(status))
    throw new Error(
      `docker ${args.slice(0, 3).join(' ')} ended with ${status}:\n${out}${stderr}`.slice(-2000),
    );
  return { code: status, out, all: out + stderr };
}

async function check(title, body) {
  const started = Date.now();
  try {
    const note = await body();
    passed++;
    console.log(`ok    ${title} (${((Date.now() - started) / 1000).toFixed(1)} s${note ? `, ${note}` : ''})`);
    return true;
  } catch (error) {
    failed++;
    console.log(`FAIL  ${title}: ${error.message}`);
    return false;
  }
}

/** Runs a job container to its end; returns its exit code, result file and last log line. */
function job(
  image,
  command,
  env,
  codes = [0],
  mounts = [`${raw}:/data/raw:ro`, `${processed}:/data/processed`],
) {
  const name = `${run}-job-${containers.length}`;
  containers.push(name);
  const { code, out } = docker(
    [
      'run',
      '--name',
      name,
      ...limits,
      '--network',
      run,
      ...mounts.flatMap((m) => ['-v', m]),
      ...flags(env),
      image,
      command,
    ],
    { codes },
  );
  const archive = docker(['cp', `${name}:/jalon/result.json`, '-']).out;
  const result = JSON.parse(archive.slice(512, archive.lastIndexOf('}') + 1));
  const last = JSON.parse(out.trim().split('\n').at(-1));
  assert.deepEqual(last.result, result, 'the last log line must carry the result');
  return { code, result };
}

const flags = (env) => Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);

function start(service, image, args) {
  const name = `${run}-${service}`;
  containers.push(name);
  docker([
    'run',
    '-d',
    '--name',
    name,
    '--network',
    run,
    '--network-alias',
    service,
    '--health-interval',
    '1s',
    ...limits,
    ...args,
    image,
  ]);
  return name;
}

async function healthy(name) {
  for (const deadline = Date.now() + 60_000; ; await pause(100)) {
    const [running, health] = docker(['inspect', '-f', '{{.State.Running}} {{.State.Health.Status}}', name])
      .out.trim()
      .split(' ');
    if (health === 'healthy') return;
    if (running !== 'true' || Date.now() > deadline)
      throw new Error(`${health}: ${docker(['logs', '--tail', '20', name]).all}`);
  }
}

function address(name, port) {
  return `http://${
    docker(['port', name, `${port}/tcp`])
      .out.trim()
      .split('\n')[0]
  }`;
}

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
      `${raw}:/data/raw`,
      images.credit.tag,
      '-c',
      script,
      `/data/raw/${name}`,
    ],
    { input: text },
  );
}

const sql = (statement) =>
  docker([
    'exec',
    '-e',
    `PGPASSWORD=${password}`,
    `${run}-database`,
    'psql',
    '-At',
    '-h',
    '127.0.0.1',
    '-U',
    'jalon',
    'credit',
    '-c',
    statement,
  ]).out.trim();

async function ask(url, body, headers = {}) {
  const answer = await fetch(
    url,
    body === undefined ? { headers } : { method: 'POST', body: JSON.stringify(body), headers },
  );
  const text = await answer.text();
  return {
    status: answer.status,
    text,
    json: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null,
  };
}

async function builds() {
  await check('base image is there', () => {
    const there = docker(['image', 'inspect', images.template.base], { codes: [0, 1] }).code === 0;
    if (there) return;
    const made = spawnSync(`${root}docker/base/make-python-base.sh`, [], { stdio: 'inherit' });
    assert.equal(made.status, 0, 'make-python-base.sh failed');
  });
  for (const { tag, context, base } of Object.values(images)) {
    const built = await check(`build ${context}`, () => {
      docker(['build', '--quiet', '--tag', tag, '--build-arg', `BASE_IMAGE=${base}`, root + context]);
      return `${Math.round(docker(['image', 'inspect', '-f', '{{.Size}}', tag]).out / 1e6)} MB`;
    });
    if (!built) return false;
  }
  await check('unit tests of the template', () => {
    docker([
      'run',
      '--rm',
      ...limits,
      '--entrypoint',
      'python3',
      images.template.tag,
      '-m',
      'unittest',
      'discover',
      '-s',
      '/opt/jalon/tests',
    ]);
  });
  await check('unit tests of the sample', () => {
    docker(['run', '--rm', ...limits, '--entrypoint', 'python3', images.credit.tag, '-m', 'unittest']);
  });
  return true;
}

async function serving(csv) {
  let url = '';
  await check('an untrained model is healthy and not ready', async () => {
    const name = start('model', images.credit.tag, [
      '--read-only',
      '--tmpfs',
      '/tmp',
      '-v',
      `${processed}:/data/processed:ro`,
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

async function scoring(url) {
  await check('PostgreSQL refuses to start without a password', () => {
    const { all } = docker(['run', '--rm', ...limits, images.database.tag], { codes: [2] });
    assert.match(all, /POSTGRES_PASSWORD is not set/);
  });
  const env = { POSTGRES_USER: 'jalon', POSTGRES_DB: 'credit', POSTGRES_PASSWORD: password };
  await check('PostgreSQL becomes healthy on an empty volume', async () => {
    await healthy(
      start('database', images.database.tag, ['-v', `${data}:/var/lib/postgresql/data`, ...flags(env)]),
    );
  });
  const target = {
    DATABASE_URL: `postgresql://jalon:${encodeURIComponent(password)}@database:5432/credit`,
    JALON_RUN_ID: 'score-1',
  };
  await check('scoring measures the KPI and writes to the database, once for each run', async () => {
    const first = job(images.credit.tag, 'score', target).result;
    job(images.credit.tag, 'score', target);
    const [kpi] = first.kpis;
    assert.equal(kpi.key, 'bad-loan-share');
    assert.ok(kpi.value > 5 && kpi.value < 28.2, `KPI ${kpi.value}`);
    const counted = sql(
      "SELECT count(*), round(avg((actual = 'bad')::int) FILTER (WHERE accepted) * 100, 2) FROM predictions",
    );
    assert.equal(counted, `${first.report.rows.scored}|${kpi.value.toFixed(2)}`);
    const metrics = (await ask(`${url}/metrics`)).text;
    assert.ok(metrics.includes(`jalon_model_kpi{key="bad-loan-share",unit="%"} ${kpi.value}`));
    return `KPI ${kpi.value} %`;
  });
  await check('a wrong database password ends with a clear error', () => {
    const { result } = job(
      images.credit.tag,
      'score',
      { ...target, DATABASE_URL: 'postgresql://jalon:wrong@database/credit' },
      [1],
    );
    assert.equal(result.error.code, 'DATABASE_UNREACHABLE');
  });
  await check('PostgreSQL keeps its data over a kill, alone on its volume', async () => {
    docker(['kill', `${run}-database`]);
    docker(['start', `${run}-database`]);
    await healthy(`${run}-database`);
    assert.equal(sql('SELECT count(DISTINCT run_id) FROM predictions'), '1');
    const args = [
      'run',
      '--rm',
      '--stop-timeout',
      '1',
      ...limits,
      '-v',
      `${data}:/var/lib/postgresql/data`,
      ...flags(env),
      images.database.tag,
    ];
    assert.match(docker(args, { codes: [2] }).all, /another container serves this volume/);
  });
}

async function others() {
  await check('the catalogue model trains on any CSV file', () => {
    const mounts = [`${raw}:/data/raw:ro`, `${generic}:/data/processed`];
    const { result } = job(images.model.tag, 'train', { TARGET_COLUMN: 'Status' }, [0], mounts);
    assert.ok(result.metrics.auc > 0.75, `AUC ${result.metrics.auc}`);
    const number = job(
      images.model.tag,
      'train',
      { TARGET_COLUMN: 'Amount', MODEL_NAME: 'amount' },
      [0],
      mounts,
    ).result;
    assert.ok(number.metrics.r2 > 0.4, `R² ${number.metrics.r2}`);
    assert.equal(job(images.model.tag, 'train', {}, [2], mounts).result.error.code, 'TARGET_MISSING');
    return `AUC ${result.metrics.auc}, R² ${number.metrics.r2}`;
  });
  await check('the catalogue model serves what it trained', async () => {
    const name = start('generic', images.model.tag, [
      '-v',
      `${generic}:/data/processed:ro`,
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
      `${raw}:/data/raw:ro`,
      `${processed}:/data/processed:ro`,
      `${notebooks}:/home/jalon/notebooks`,
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

try {
  if (await builds()) {
    docker(['network', 'create', run]);
    const url = await serving(readFileSync(`${root}samples/credit-scoring/data/credit.csv`, 'utf8'));
    await scoring(url);
    await others();
  }
} finally {
  if (containers.length) docker(['rm', '--force', '--volumes', ...containers], { codes: [0, 1] });
  docker(['volume', 'rm', '--force', ...volumes], { codes: [0, 1] });
  docker(['network', 'rm', run], { codes: [0, 1] });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
