'use client';

import { useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

const PAUSE_MS = 400;

export interface Draft {
  /** When it was last kept; null while there is none. */
  keptAt: Date | null;
  /** Forgets it and empties the form. */
  discard: () => void;
  /** Forgets it, once the server has what it held. */
  forget: () => void;
}

/**
 * Keeps what stands in a form in this browser at every pause in typing, and puts it back when the page is
 * opened again. A browser that keeps nothing (private windows) only loses the comfort.
 */
export function useDraft<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  key: string,
  empty: Input,
): Draft {
  const [keptAt, setKeptAt] = useState<Date | null>(null);
  // Once the server has it, nothing that is still under way may write it again.
  const done = useRef(false);
  useEffect(() => {
    const kept = readDraft<Input>(key);
    if (kept) {
      form.reset({ ...empty, ...kept.values }, { keepDefaultValues: true });
      setKeptAt(new Date(kept.at));
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = (): void => {
      if (timer === undefined || done.current) return;
      clearTimeout(timer);
      timer = undefined;
      const at = new Date();
      if (writeDraft(key, { at: at.toISOString(), values: form.getValues() })) setKeptAt(at);
    };
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(write, PAUSE_MS);
      },
    });
    // Who leaves in the middle of a word finds that word again.
    window.addEventListener('pagehide', write);
    return () => {
      write();
      window.removeEventListener('pagehide', write);
      stop();
    };
  }, [form, key, empty]);
  const remove = (): void => {
    writeDraft(key, null);
    setKeptAt(null);
  };
  return {
    keptAt,
    forget: () => {
      done.current = true;
      remove();
    },
    discard: () => {
      form.reset(empty);
      remove();
    },
  };
}

interface Kept<Input> {
  at: string;
  values: Partial<Input>;
}

function readDraft<Input>(key: string): Kept<Input> | null {
  try {
    const text = window.localStorage.getItem(key);
    return text ? (JSON.parse(text) as Kept<Input>) : null;
  } catch {
    // Storage is forbidden, or holds something that is not ours: there is no draft.
    return null;
  }
}

function writeDraft(key: string, kept: Kept<unknown> | null): boolean {
  try {
    if (kept) window.localStorage.setItem(key, JSON.stringify(kept));
    else window.localStorage.removeItem(key);
    return true;
  } catch {
    // Storage is forbidden or full: the form still works, it is only not kept.
    return false;
  }
}
