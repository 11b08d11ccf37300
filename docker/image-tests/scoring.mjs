import assert from 'node:assert/strict';
import {
  ask,
  check,
  docker,
  flags,
  healthy,
  images,
  job,
  limits,
  password,
  run,
  start,
  volumes,
} from './harness.mjs';

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

/** The database, and the job that writes to it. `url` is the model's address. */
export async function scoring(url) {
  await check('PostgreSQL refuses to start without a password', () => {
    const { all } = docker(['run', '--rm', ...limits, images.database.tag], { codes: [2] });
    assert.match(all, /POSTGRES_PASSWORD is not set/);
  });
  const env = { POSTGRES_USER: 'jalon', POSTGRES_DB: 'credit', POSTGRES_PASSWORD: password };
  await check('PostgreSQL becomes healthy on an empty volume', async () => {
    await healthy(
      start('database', images.database.tag, [
        '-v',
        `${volumes.database}:/var/lib/postgresql/data`,
        ...flags(env),
      ]),
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
      `${volumes.database}:/var/lib/postgresql/data`,
      ...flags(env),
      images.database.tag,
    ];
    assert.match(docker(args, { codes: [2] }).all, /another container serves this volume/);
  });
}
