'use client';

import type { StackCheck, StackDetail } from '@jalon/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '@/trpc/react';

/** A text that has not changed for this long is checked, ms. */
const PAUSE_MS = 400;

/**
 * The text in the editor beside the one that was saved: checked at every pause with the environment's variables, kept
 * when saving is refused.
 */
export function useStackDraft(stack: StackDetail, environmentId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [text, setText] = useState(stack.composeText);
  const [base, setBase] = useState({ text: stack.composeText, version: stack.version });
  const [checked, setChecked] = useState<Checked>({ text: stack.composeText, environmentId, check: stack });
  const check = useMutation(trpc.stack.check.mutationOptions());
  const save = useMutation(trpc.stack.save.mutationOptions());
  const { mutate } = check;
  const { projectId } = stack;
  const latest = useRef(text);
  latest.current = text;

  // Somebody else saved, or a variable changed: an untouched editor follows, a touched one is told when it saves.
  useEffect(() => {
    if (stack.version !== base.version && latest.current === base.text) {
      setBase({ text: stack.composeText, version: stack.version });
      setText(stack.composeText);
    }
    if (latest.current === stack.composeText)
      setChecked({ text: stack.composeText, environmentId, check: stack });
  }, [stack, base, environmentId]);

  useEffect(() => {
    if (text === checked.text && environmentId === checked.environmentId) return;
    const timer = setTimeout(
      () =>
        mutate(
          { projectId, environmentId, composeText: text },
          { onSuccess: (result) => setChecked({ text, environmentId, check: result }) },
        ),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [text, checked.text, checked.environmentId, projectId, environmentId, mutate]);

  return {
    text,
    setText,
    changed: text !== base.text,
    check: checked.check,
    /** The last check is about this very text. */
    current: checked.text === text,
    saving: save.isPending,
    /** Saves what is typed, when it differs. Throws what the API throws. */
    async save(): Promise<void> {
      if (text === base.text) return;
      const { version } = await save.mutateAsync({ projectId, composeText: text, version: base.version });
      setBase({ text, version });
      await queries.invalidateQueries(trpc.stack.pathFilter());
    },
    revert: () => setText(base.text),
  };
}

/** What the last check was about, and what it said. */
interface Checked {
  text: string;
  environmentId: string;
  check: StackCheck;
}

export type StackDraft = ReturnType<typeof useStackDraft>;
