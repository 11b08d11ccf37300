#!/usr/bin/env node
// Runs the built program: `npx jalon …` inside the checkout.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = new URL('../dist/main.mjs', import.meta.url);

if (existsSync(fileURLToPath(program))) {
  await import(program.href);
} else {
  process.stderr.write(
    'jalon is not built yet. In the checkout, run once:\n\n  npm run build -w @jalon/cli\n\n',
  );
  process.exitCode = 1;
}
