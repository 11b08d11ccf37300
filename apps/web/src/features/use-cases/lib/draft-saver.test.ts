import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftSaver, type DraftState } from './draft-saver';

const PAUSE = 600;
let sent: { version: number; text: string }[];
let kept: { text: string; sent: boolean }[];
let states: DraftState['status'][];
let text: string;
let answer: (version: number) => Promise<{ version: number; savedAt: Date }>;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  kept = [];
  states = [];
  text = '';
  answer = async (version) => ({ version: version + 1, savedAt: new Date() });
});
afterEach(() => vi.useRealTimers());

function saver(version = 0): DraftSaver {
  return new DraftSaver({
    version,
    savedAt: null,
    keep: (_version, isSent) => kept.push({ text, sent: isSent }),
    save: (seen) => {
      sent.push({ version: seen, text });
      return answer(seen);
    },
    judge: (error) => (error === 'stale' || error === 'refused' ? error : 'offline'),
    onState: ({ status }) => states.push(status),
  });
}
const type = (made: DraftSaver, typed: string) => {
  text = typed;
  made.changed();
};

describe('a draft', () => {
  it('is sent at a pause, not at every key, each time on the version that the last save made', async () => {
    const made = saver();
    for (const typed of ['L', 'Lo', 'Loans']) type(made, typed);
    await vi.advanceTimersByTimeAsync(PAUSE);
    type(made, 'Loans paid');
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(sent).toEqual([
      { version: 0, text: 'Loans' },
      { version: 1, text: 'Loans paid' },
    ]);
    expect(states.at(-1)).toBe('saved');
    expect(kept.at(-1)).toEqual({ text: 'Loans paid', sent: true });
  });

  it('sends nothing while a use case is made of it, and goes on when that fails', async () => {
    const made = saver(3);
    type(made, 'Loans');
    await made.hold();
    type(made, 'Loans paid');
    made.retry();
    await vi.advanceTimersByTimeAsync(PAUSE * 2);
    expect(sent).toEqual([]);
    made.release();
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(sent).toEqual([{ version: 3, text: 'Loans paid' }]);
  });

  it('is held only when the save under way has ended', async () => {
    let finish = (): void => undefined;
    answer = () =>
      new Promise((resolve) => {
        finish = () => resolve({ version: 1, savedAt: new Date() });
      });
    const made = saver();
    type(made, 'Loans');
    await vi.advanceTimersByTimeAsync(PAUSE);
    let held = false;
    const holding = made.hold().then(() => {
      held = true;
    });
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(held).toBe(false);
    finish();
    await holding;
    expect(held).toBe(true);
  });

  it('waits for the save under way, then sends what was typed meanwhile', async () => {
    let finish = (): void => undefined;
    answer = (version) =>
      new Promise((resolve) => {
        finish = () => resolve({ version: version + 1, savedAt: new Date() });
      });
    const made = saver();
    type(made, 'one');
    await vi.advanceTimersByTimeAsync(PAUSE);
    type(made, 'two');
    await vi.advanceTimersByTimeAsync(PAUSE * 3);
    expect(sent).toHaveLength(1);
    finish();
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(sent.at(-1)).toEqual({ version: 1, text: 'two' });
  });

  it('that could not be sent is kept here and tried again', async () => {
    answer = () => Promise.reject('down');
    const made = saver();
    type(made, 'kept');
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(states.at(-1)).toBe('offline');
    expect(kept.at(-1)).toEqual({ text: 'kept', sent: false });
    answer = async (version) => ({ version: version + 1, savedAt: new Date() });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(states.at(-1)).toBe('saved');
  });

  it('that another window changed is not sent again until somebody chooses', async () => {
    answer = () => Promise.reject('stale');
    const made = saver(3);
    type(made, 'mine');
    await vi.advanceTimersByTimeAsync(PAUSE);
    type(made, 'mine still');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(states.at(-1)).toBe('stale');
    answer = async (version) => ({ version: version + 1, savedAt: new Date() });
    made.overwrite(7);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)).toEqual({ version: 7, text: 'mine still' });
    expect(states.at(-1)).toBe('saved');
  });

  it('that the server does not take is sent again only when more is typed', async () => {
    answer = () => Promise.reject('refused');
    const made = saver();
    type(made, 'one too many');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([sent.length, states.at(-1)]).toEqual([1, 'refused']);
    type(made, 'one too many, still');
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(sent).toHaveLength(2);
  });

  it('stays in the browser when the page goes away in the middle of a word', async () => {
    const made = saver(4);
    type(made, 'half a wo');
    made.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
    expect(kept).toEqual([{ text: 'half a wo', sent: false }]);
  });

  it('that was discarded or has become a use case comes back no more', async () => {
    const made = saver();
    type(made, 'gone');
    made.stop();
    made.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([sent, kept]).toEqual([[], []]);
  });
});
