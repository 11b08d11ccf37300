// npm run bench [-- engine|plan|memory|js …] [--json] [--strict] [--rounds n] [--sizes a,b] [--running]:
// the project's own figures; bench/README.md says what each means.
// Plain Node without dependencies, because it is what installs them.
import { parseArgs } from 'node:util';
import { BENCHES, prepare } from './bench/benches.mjs';
import { main, Refusal } from './lib/fail.mjs';
import { runTypeScript } from './lib/typescript.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    running: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    sizes: { type: 'string' },
  },
});

await main(async () => {
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
  const unknown = names.filter((name) => !(name in BENCHES));
  if (unknown.length > 0)
    throw new Refusal(`No benchmark is called ${unknown.join(', ')}: ${Object.keys(BENCHES).join(', ')}`);
  const endpoint = await prepare(names, { running: values.running });
  const typed = ['npm run bench --', ...process.argv.slice(2)].join(' ');
  const options = Object.entries(values).flatMap(([name, value]) =>
    value === true ? [`--${name}`] : value ? [`--${name}`, value] : [],
  );
  const host = endpoint ? ['--docker-host', endpoint] : [];
  process.exitCode = await runTypeScript('bench/main.ts', [...names, ...options, ...host, '--typed', typed]);
});
