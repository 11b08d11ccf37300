/**
 * none: nothing typed. pending: typed, not yet sent. offline: it could not be sent, and will be again. stale: another
 * window was quicker. refused: the server does not take it; it is sent again when more is typed.
 */
export type DraftStatus = 'none' | 'pending' | 'saved' | 'offline' | 'stale' | 'refused';

export interface DraftState {
  status: DraftStatus;
  /** When the server last had it; null before that. */
  savedAt: Date | null;
}

export interface DraftSaverOptions {
  /** Of the draft as it was opened; 0 for a new one. */
  version: number;
  savedAt: Date | null;
  /** Keeps it in the browser, with the version it was made on; `sent` when the server has just this. */
  keep: (version: number, sent: boolean) => void;
  /** Sends what stands in the form now, made on a version. */
  save: (version: number) => Promise<{ version: number; savedAt: Date }>;
  /** What an error means: whether to try again, to ask, or to leave it. */
  judge: (error: unknown) => 'offline' | 'stale' | 'refused';
  onState: (state: DraftState) => void;
}

/** A pause in typing, ms. */
const PAUSE_MS = 600;
/** After a failure it is tried again, ms. */
const AGAIN_MS = 5_000;

/** One save at a time: what is typed while one is under way is sent after it, on the version that it made. */
export class DraftSaver {
  #version: number;
  #savedAt: Date | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;
  #held = false;
  #dirty = false;
  #stopped = false;
  #stale = false;

  constructor(private readonly options: DraftSaverOptions) {
    this.#version = options.version;
    this.#savedAt = options.savedAt;
  }

  /** Something was typed. */
  changed(): void {
    if (this.#stopped) return;
    this.#dirty = true;
    this.#later(PAUSE_MS);
    if (!this.#stale) this.#say('pending');
  }

  /**
   * The page goes away: what is not sent stays in this browser, a word cut in the middle included. It is not sent any
   * more: a save that arrives after the page was opened anew would look like another window's.
   */
  leave(): void {
    clearTimeout(this.#timer);
    if (this.#dirty && !this.#stopped) this.options.keep(this.#version, false);
  }

  /** The line is back, or the form leaves a page that stays. */
  retry(): void {
    if (this.#dirty) void this.#send();
  }

  /**
   * A use case is being made of it: nothing is sent until `release`, since the draft may be gone by then. Ends when the
   * save under way has.
   */
  async hold(): Promise<void> {
    this.#held = true;
    clearTimeout(this.#timer);
    await this.#sending;
  }

  /** The use case was not made: goes on. */
  release(): void {
    this.#held = false;
    if (this.#dirty && !this.#stopped) this.#later(PAUSE_MS);
  }

  /** Nothing is kept any more: it was discarded, or is a use case now. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Goes on from what another window saved, which stands in the form now. */
  adopt(version: number, savedAt: Date): void {
    clearTimeout(this.#timer);
    this.#version = version;
    this.#savedAt = savedAt;
    this.#dirty = false;
    this.#stale = false;
    this.options.keep(version, true);
    this.#say('saved');
  }

  /** Puts what stands in the form over what another window saved. */
  overwrite(version: number): void {
    this.#version = version;
    this.#stale = false;
    this.#dirty = true;
    void this.#send();
  }

  #later(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), after);
  }

  async #send(): Promise<void> {
    if (!this.#dirty || this.#sending || this.#stopped || this.#stale || this.#held) return;
    this.#sending = this.#save();
    await this.#sending;
  }

  async #save(): Promise<void> {
    this.#dirty = false;
    this.options.keep(this.#version, false);
    try {
      const saved = await this.options.save(this.#version);
      this.#version = saved.version;
      this.#savedAt = saved.savedAt;
      if (this.#stopped) return;
      if (!this.#dirty) this.options.keep(saved.version, true);
      this.#say('saved');
      if (this.#dirty) this.#later(PAUSE_MS);
    } catch (error) {
      this.#dirty = true;
      const status = this.options.judge(error);
      this.#stale = status === 'stale';
      if (this.#stopped) return;
      this.#say(status);
      if (status === 'offline') this.#later(AGAIN_MS);
    } finally {
      this.#sending = undefined;
    }
  }

  #say(status: DraftStatus): void {
    this.options.onState({ status, savedAt: this.#savedAt });
  }
}
