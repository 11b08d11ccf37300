'use client';

import type { DraftView } from '@jalon/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { apiErrorCode, isTransient } from '@/lib/api-error';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC, useTRPCClient } from '@/trpc/react';
import { DraftSaver, type DraftState } from '../lib/draft-saver';
import { newDraftId, readLocalDraft, writeLocalDraft } from '../lib/local-draft';

export interface Draft extends DraftState {
  /** The draft that a use case is made of, whether the server has it yet or not. */
  id: () => string | undefined;
  /** Throws it away, and empties the form. */
  discard: () => void;
  /** After another window was quicker: goes on with what that one saved, or with what stands here. */
  takeTheirs: () => void;
  keepMine: () => void;
  /** While a use case is made of it, nothing is sent: ends when the save under way has. */
  hold: () => Promise<void>;
  /** The use case was not made: what is typed is saved again. */
  release: () => void;
  /** The server has made a use case of it: nothing that is still under way may bring it back. */
  forget: () => void;
}

export interface DraftOptions<Input> {
  /** The draft that the page was opened on; null for a new one. */
  opened: DraftView | null;
  /** What the server had when the page was opened. */
  knownIds: readonly string[];
  userId: string;
  empty: Input;
  /** The address follows: the page can be loaded again. Null once it was discarded. */
  onAddress: (id: string | null) => void;
}

/**
 * Keeps what stands in a form on the server at every pause in typing, and in this browser before that: what the server
 * did not get is put back when the page is opened again.
 */
export function useDraft<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  { opened, knownIds, userId, empty, onAddress }: DraftOptions<Input>,
): Draft {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const tell = useErrorToast();
  const key = `jalon.draft.use-case.${userId}`;
  const [source, setSource] = useState(opened);
  const [round, setRound] = useState(0);
  const [state, setState] = useState<DraftState>({
    status: opened ? 'saved' : 'none',
    savedAt: opened?.savedAt ?? null,
  });
  const address = useRef(onAddress);
  address.current = onAddress;
  const known = useRef(knownIds);
  const current = useRef<{ id: string; saver: DraftSaver } | null>(null);

  useEffect(() => {
    const local = readLocalDraft<Input>(key);
    const isUnsent =
      local !== null &&
      !local.sent &&
      (source
        ? local.id === source.id && local.version >= source.version
        : local.version === 0 && !known.current.includes(local.id));
    const id = source?.id ?? (isUnsent ? local.id : newDraftId());
    let shown = true;
    const saver = new DraftSaver({
      version: source?.version ?? 0,
      savedAt: source?.savedAt ?? null,
      keep: (version, sent) => writeLocalDraft(key, { id, version, sent, values: form.getValues() }),
      save: (version) => client.draft.save.mutate({ id, version, values: form.getValues() }),
      judge: (error) =>
        apiErrorCode(error) === 'STALE_VERSION' ? 'stale' : isTransient(error) ? 'offline' : 'refused',
      onState: (next) => {
        // The address is another page's by then.
        if (!shown) return;
        setState(next);
        if (next.status === 'saved') address.current(id);
      },
    });
    current.current = { id, saver };
    if (isUnsent) {
      form.reset({ ...empty, ...local.values }, { keepDefaultValues: true });
      saver.changed();
    }
    const stop = form.subscribe({ formState: { values: true }, callback: () => saver.changed() });
    const leave = () => saver.leave();
    const retry = () => saver.retry();
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', retry);
    return () => {
      shown = false;
      leave();
      retry();
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', retry);
      stop();
    };
  }, [form, key, empty, source, client, round]);

  const readAgain = () => queries.invalidateQueries(trpc.draft.pathFilter());
  const withNewest = (use: (draft: DraftView, saver: DraftSaver) => void) => {
    const { id, saver } = current.current ?? {};
    if (!id || !saver) return;
    client.draft.get.query({ id }).then((draft) => use(draft, saver), tell);
  };
  return {
    ...state,
    id: () => current.current?.id,
    discard: () => {
      const { id, saver } = current.current ?? {};
      saver?.stop();
      writeLocalDraft(key, null);
      form.reset(empty);
      setState({ status: 'none', savedAt: null });
      setSource(null);
      setRound(round + 1);
      address.current(null);
      if (id) client.draft.discard.mutate({ id }).then(readAgain, tell);
    },
    takeTheirs: () =>
      withNewest((draft, saver) => {
        form.reset({ ...empty, ...(draft.values as Partial<Input>) }, { keepDefaultValues: true });
        saver.adopt(draft.version, draft.savedAt);
      }),
    keepMine: () => withNewest((draft, saver) => saver.overwrite(draft.version)),
    hold: async () => current.current?.saver.hold(),
    release: () => current.current?.saver.release(),
    forget: () => {
      current.current?.saver.stop();
      writeLocalDraft(key, null);
      void readAgain();
    },
  };
}
