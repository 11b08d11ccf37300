// Packs what Next has built for browsers, once: src/http/static-files.ts sends it as it is.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dir = join(import.meta.dirname, '.next/static');
/** Fonts and pictures are packed already. */
const WORTH_PACKING = /\.(js|css|svg|json)$/;
/** One below the most, which takes more than twice as long for a fiftieth less. */
const BROTLI_QUALITY = 10;

for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !WORTH_PACKING.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const content = readFileSync(file);
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } };
  writeFileSync(`${file}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
  writeFileSync(`${file}.br`, brotliCompressSync(content, brotli));
}
