/** Anything that survives a JSON column. */
export type Json = string | number | boolean | Json[] | { [key: string]: Json };

/** A plain copy, fit for a JSON column: dates become text, `undefined` goes. */
export function toJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
