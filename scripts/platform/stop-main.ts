import { main } from '../lib/fail.mjs';
import { home } from '../lib/home.mjs';
import { say } from '../lib/steps.mjs';
import { stopPlatform } from './stop';

await main(async () => {
  const stopped = await stopPlatform(home);
  say(
    stopped.length > 0
      ? `Stopped: ${stopped.join(', ')}. Containers of the stacks go on running.`
      : 'Nothing was running.',
  );
});
