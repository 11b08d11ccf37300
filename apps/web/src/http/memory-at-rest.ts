import { Session } from 'node:inspector/promises';

/** Between two looks. */
const EVERY_MS = 15_000;
/** Of a core: who uses more is at work. */
const AT_WORK = 0.05;

/**
 * Gives what was needed under load back to the machine when the process has come to rest, once for each time it does:
 * V8 keeps the room for new objects as large as it has grown (docs/decisions/0052). Ends with what it returns.
 * @param collect what is done then
 * @param used microseconds of processor that the process has used since it began
 */
export function giveBackAtRest(collect = collectGarbage, used = usedProcessor): () => void {
  let before = used();
  let workedSince = true;
  const look = (): void => {
    const now = used();
    const share = (now - before) / 1_000 / EVERY_MS;
    before = now;
    if (share > AT_WORK) {
      workedSince = true;
    } else if (workedSince) {
      workedSince = false;
      void collect();
    }
  };
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function usedProcessor(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** What a debugger's button does: V8's “memory is short”, which no other interface of Node leads to. */
async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage').finally(() => session.disconnect());
}
