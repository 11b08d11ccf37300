import superjson, { type SuperJSONResult } from 'superjson';

type Json = SuperJSONResult['json'];
type Values = Record<string, ['Date'] | ['undefined']>;

/** superjson refuses these, and escapes dots and backslashes. */
const REFUSED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

interface Written {
  json: Json;
  /** By the path from it. */
  values: [path: string, value: Values[string]][];
}

/** What frozen objects were written as. */
const written = new WeakMap<object, Written>();

/** Thrown for what only superjson itself knows how to write. */
const UNUSUAL = Symbol('unusual');

/**
 * superjson that writes what answers are made of (text, finite numbers, dates, lists, plain objects) in one pass, and leaves
 * anything else to superjson. What is read is the same, to whoever reads with superjson; writing a page of the list takes a
 * tenth of the time, which was most of what a page cost. A frozen object is taken to be so to its depth: it is written
 * once, however often it is sent (docs/decisions/0048).
 */
export const fastSuperjson = {
  serialize(value: unknown): SuperJSONResult {
    const values: Values = {};
    try {
      const json = write(value, '', values);
      for (const _any in values) return { json, meta: { values, v: 1 } };
      return { json };
    } catch (reason) {
      if (reason !== UNUSUAL) throw reason;
      return superjson.serialize(value);
    }
  },
  deserialize: <T>(payload: SuperJSONResult): T => superjson.deserialize<T>(payload),
};

function write(value: unknown, path: string, values: Values): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      // No JSON for the others, and minus nothing would lose its sign.
      if (!Number.isFinite(value) || Object.is(value, -0)) throw UNUSUAL;
      return value;
    case 'undefined':
      if (path === '') throw UNUSUAL;
      values[path] = ['undefined'];
      return null;
    case 'object':
      return value === null ? null : writeObject(value, path, values);
    default:
      throw UNUSUAL;
  }
}

function writeObject(value: object, path: string, values: Values): Json {
  if (value instanceof Date) {
    if (path === '' || Number.isNaN(value.getTime())) throw UNUSUAL;
    values[path] = ['Date'];
    return value.toISOString();
  }
  if (Object.isFrozen(value)) return writeFrozen(value, path, values);
  return writeAnew(value, path, values);
}

function writeAnew(value: object, path: string, values: Values): Json {
  const prefix = path === '' ? '' : `${path}.`;
  if (Array.isArray(value))
    return value.map((one: unknown, index) => write(one, `${prefix}${index}`, values));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw UNUSUAL;
  const json: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    if (key.includes('.') || key.includes('\\') || REFUSED.has(key)) throw UNUSUAL;
    json[key] = write((value as Record<string, unknown>)[key], prefix + key, values);
  }
  return json;
}

function writeFrozen(value: object, path: string, values: Values): Json {
  const known = written.get(value) ?? rememberFrozen(value);
  const prefix = path === '' ? '' : `${path}.`;
  for (const [inner, kind] of known.values) values[prefix + inner] = kind;
  return known.json;
}

function rememberFrozen(value: object): Written {
  const values: Values = {};
  const json = writeAnew(value, '', values);
  const made = { json, values: Object.entries(values) };
  written.set(value, made);
  return made;
}
