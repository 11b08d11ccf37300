/** One phase of a stack's life, done once. */
export interface Measured {
  ms: number;
  /** Milliseconds by part, where the contender can tell. */
  parts?: Record<string, number>;
  /** Requests to the engine as the contender counts them itself. */
  counted?: { total: number; byKind: Record<string, number> };
}

/** A stack in one program's hands. Each method may be called once the one before it has ended. */
export interface Deployed {
  up(): Promise<Measured>;
  /** The same stack with this file. */
  change(text: string): Promise<Measured>;
  down(): Promise<Measured>;
}

/** A program that deploys Compose files. */
export interface Contender {
  name: string;
  /** A stack of its own, with a name that nothing else on the engine has; nothing is asked of the engine yet. */
  prepare(text: string, endpoint: string, signal: AbortSignal): Promise<Deployed>;
}
