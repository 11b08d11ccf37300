import { describe, expect, it } from 'vitest';
import { importsOf } from './imports.mjs';

describe('importsOf', () => {
  it('finds every form of import with its line', () => {
    const text = [
      "import { a } from '@jalon/core';",
      "import type { B } from '@jalon/api';",
      "import { type C, type D } from '@jalon/auth';",
      "import { type E, f } from 'zod';",
      "export { g } from './g';",
      "import 'server-only';",
      "const h = await import('recharts');",
    ].join('\n');
    expect(importsOf(text)).toEqual([
      { specifier: '@jalon/core', typeOnly: false, line: 1 },
      { specifier: '@jalon/api', typeOnly: true, line: 2 },
      { specifier: '@jalon/auth', typeOnly: true, line: 3 },
      { specifier: 'zod', typeOnly: false, line: 4 },
      { specifier: './g', typeOnly: false, line: 5 },
      { specifier: 'server-only', typeOnly: false, line: 6 },
      { specifier: 'recharts', typeOnly: false, line: 7 },
    ]);
  });

  it('reads imports over several lines and leaves comments out', () => {
    const text = "import {\n  a,\n  b,\n} from 'x';\n// import { c } from 'y';\n/* import 'z' */\n";
    expect(importsOf(text).map(({ specifier }) => specifier)).toEqual(['x']);
  });
});
