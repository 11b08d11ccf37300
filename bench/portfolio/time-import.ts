import type { ApiClient } from '../../scripts/sample/api-client';

const ROWS = 5_000;

/** A sheet of 5,000 use cases, most of them with a range. */
function sheet(): string {
  const head = 'Title;Business unit;Benefit;Need;Feasibility;Risk;Tags;Low;Likely;High;Start';
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const worth = n % 10 === 0 ? ';;;' : `${10_000 + n};${20_000 + n};${60_000 + n};2027-0${1 + (n % 9)}-01`;
    const benefit = n % 2 ? 'Revenue growth' : 'Cost reduction';
    return `Imported ${n};Unit ${1 + (n % 20)};${benefit};What is decided late;${1 + (n % 5)};${1 + (n % 4)};imported;${worth}`;
  });
  return [head, ...rows].join('\n');
}

/** Seconds from the request to the answer of a preview, and of the import itself, of 5,000 rows. */
export async function timeImport(api: ApiClient): Promise<{ preview: number; import: number }> {
  const file = { name: 'bench.csv', content: Buffer.from(sheet()).toString('base64') };
  const began = performance.now();
  const { good, mapping, problems } = await api.useCase.previewImport.mutate({ file });
  const seen = performance.now();
  if (good !== ROWS)
    throw new Error(`the preview finds ${good} good rows of ${ROWS}: ${JSON.stringify(problems[0])}`);
  const { created } = await api.useCase.import.mutate({ file, mapping });
  if (created !== ROWS) throw new Error(`${created} rows of ${ROWS} were imported`);
  return { preview: (seen - began) / 1000, import: (performance.now() - seen) / 1000 };
}
