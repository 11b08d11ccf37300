// npm run screenshots: the README's pictures, taken from the running demo with real Chromium.
import { ensurePackages } from './lib/debian.mjs';
import { main } from './lib/fail.mjs';
import { step } from './lib/steps.mjs';
import { runTypeScript } from './lib/typescript.mjs';

await main(async () => {
  await step('Chromium', async (onLine) => void (await ensurePackages(['chromium'], 'the pictures', onLine)));
  process.exitCode = await runTypeScript('scripts/screenshots/main.ts', []);
});
