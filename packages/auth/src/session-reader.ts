import type { Change, Clock } from '@jalon/contracts';
import { findSession, type SessionView } from '@jalon/core/people';
import type { Db } from '@jalon/db';
import { readSessionId } from './session-cookie';

export type { SessionView };

/** No answer is older than this, even when the database's announcements do not arrive. */
export const SESSION_CACHE_MS = 5000;
const CACHE_LIMIT = 10_000;

export interface SessionReaderOptions {
  db: Db;
  clock: Clock;
  /** The installation's key for sessions, 32 bytes. */
  key: Buffer;
}

interface CachedAnswer {
  askedAt: number;
  answer: Promise<SessionView | null>;
}

/**
 * Answers “who is this request from” by the session's row, through a cache of at most five seconds.
 * Feed it every announced change: a deleted session or a changed person is forgotten at once.
 */
export class SessionReader {
  readonly #cache = new Map<string, CachedAnswer>();
  readonly #watchers = new Map<string, Set<() => void>>();

  constructor(private readonly options: SessionReaderOptions) {}

  /** Who sent a request with this Cookie header; null for nobody. Throws when the database does not answer. */
  async read(cookieHeader: string | null | undefined): Promise<SessionView | null> {
    const sessionId = await readSessionId(cookieHeader ?? null, this.options.key);
    return sessionId ? this.find(sessionId) : null;
  }

  /** The open session with this id, or null. */
  async find(sessionId: string): Promise<SessionView | null> {
    const now = this.options.clock.now();
    const cached = this.#cache.get(sessionId);
    const fresh = cached && now.getTime() - cached.askedAt < SESSION_CACHE_MS;
    const entry = fresh ? cached : this.#ask(sessionId, now);
    const view = await entry.answer;
    return view && view.expiresAt > now ? view : null;
  }

  /** Forgets what a change made untrue, and has open streams look again. */
  onChange(change: Change): void {
    if (change.topic === 'session') this.#forget(change.id);
    if (change.topic !== 'user') return;
    for (const [sessionId, entry] of this.#cache) {
      void entry.answer.then((view) => {
        if (view?.principal.userId === change.id) this.#forget(sessionId);
      }, noop);
    }
  }

  /**
   * A signal that fires when the session ends, for whatever stays open longer than a request.
   * @param until stops the watching.
   */
  watch(sessionId: string, until: AbortSignal): AbortSignal {
    const ended = new AbortController();
    const look = () => {
      this.find(sessionId).then(
        (view) => view ?? stop(),
        // A database that is away ends nobody's stream; the next look decides.
        noop,
      );
    };
    const timer = setInterval(look, SESSION_CACHE_MS);
    const watchers = this.#watchers.get(sessionId) ?? new Set();
    this.#watchers.set(sessionId, watchers.add(look));
    const release = () => {
      clearInterval(timer);
      watchers.delete(look);
      if (watchers.size === 0) this.#watchers.delete(sessionId);
    };
    const stop = () => {
      release();
      ended.abort();
    };
    until.addEventListener('abort', release, { once: true });
    return ended.signal;
  }

  #ask(sessionId: string, now: Date): CachedAnswer {
    const answer = findSession(this.options.db, sessionId, now);
    const entry = { askedAt: now.getTime(), answer };
    // A failure must not be remembered as an answer.
    answer.catch(() => this.#cache.get(sessionId) === entry && this.#cache.delete(sessionId));
    this.#cache.delete(sessionId);
    this.#cache.set(sessionId, entry);
    const oldest = this.#cache.size > CACHE_LIMIT ? this.#cache.keys().next().value : undefined;
    if (oldest) this.#cache.delete(oldest);
    return entry;
  }

  #forget(sessionId: string): void {
    this.#cache.delete(sessionId);
    for (const look of this.#watchers.get(sessionId) ?? []) look();
  }
}

function noop(): void {
  // The caller of find sees the failure; a side reader has nothing to add.
}
