// Prints what is going on: one line for each finished step with its duration, and for a long one a line every
// now and then with the newest line of its output.

const PULSE_MS = 10_000;
const begun = Date.now();
const running = new Map();
let timer = null;

/** 12.3 s, or 2 min 05 s. */
export function duration(ms) {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`;
}

/** A line that belongs to no step. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs `work` as a step. `work` gets a function that takes the newest line of its output, and may return
 * {note} to be printed behind the title. Steps may run beside each other.
 * @template T
 * @param {string} title
 * @param {(onLine: (line: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const state = { from: Date.now(), shown: Date.now(), line: '' };
  running.set(title, state);
  timer ??= setInterval(pulse, 1_000);
  try {
    const result = await work((line) => {
      state.line = String(line).trim().slice(0, 100);
    });
    say(`  ✓ ${title}${result?.note ? `: ${result.note}` : ''}  (${duration(Date.now() - state.from)})`);
    return result;
  } catch (error) {
    say(`  ✗ ${title}  (${duration(Date.now() - state.from)})`);
    throw error;
  } finally {
    running.delete(title);
    if (running.size === 0) {
      clearInterval(timer);
      timer = null;
    }
  }
}

/** Since this process began. */
export function elapsed() {
  return duration(Date.now() - begun);
}

function pulse() {
  for (const [title, state] of running) {
    if (Date.now() - state.shown < PULSE_MS) continue;
    state.shown = Date.now();
    say(`  … ${title}, ${duration(Date.now() - state.from)}${state.line ? `: ${state.line}` : ''}`);
  }
}
