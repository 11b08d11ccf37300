import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/**
 * Runs `work` with Prisma's schema engine, in this process. Prisma's own command line downloads the engine
 * as a binary; the WebAssembly build comes with the npm packages, so it works where only a package registry
 * answers.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadWebAssembly();
  const pool = new pg.Pool({ connectionString: databaseUrl, allowExitOnIdle: true });
  const factory = bindMigrationAwareSqlAdapterFactory(new WholeScriptPg(pool));
  try {
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/**
 * Prisma's adapter cuts a script at every semicolon, which breaks functions, and sends each piece on its own.
 * Sent whole, a migration is one transaction: it happens, or it does not.
 */
class WholeScriptPg extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

let loaded: Promise<void> | null = null;

function loadWebAssembly(): Promise<void> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = await WebAssembly.compile(await readFile(join(dirname(script), 'schema_engine_bg.wasm')));
  const imports = { './schema_engine_bg.js': Object.fromEntries(Object.entries(bindings).map(withoutHold)) };
  const instance = await WebAssembly.instantiate(module, imports as WebAssembly.Imports);
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** The engine leaves the timer of its 10 s lock timeout behind, which would keep a finished script alive. */
function withoutHold([name, binding]: [string, unknown]): [string, unknown] {
  if (!name.startsWith('__wbg_setTimeout')) return [name, binding];
  const start = binding as (callback: unknown, ms: number) => NodeJS.Timeout;
  return [name, (callback: unknown, ms: number) => start(callback, ms).unref()];
}
