'use client';

import { brokenFileRules, type StackCheck, type StackDetail, type TextFiles } from '@jalon/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '@/trpc/react';
import { type DraftContent, isSameContent } from '../lib/draft-content';

/** A text that has not changed for this long is checked, ms. */
const PAUSE_MS = 400;

/**
 * The Compose file and the files beside it as they are typed, beside those that were saved: checked at every pause with the
 * environment's variables, kept when saving is refused.
 */
export function useStackDraft(stack: StackDetail, environmentId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const saved: DraftContent = { text: stack.composeText, files: stack.files };
  const [content, setContent] = useState(saved);
  const [base, setBase] = useState({ ...saved, version: stack.version });
  const [checked, setChecked] = useState<Checked>({ ...saved, environmentId, check: stack });
  const check = useMutation(trpc.stack.check.mutationOptions());
  const save = useMutation(trpc.stack.save.mutationOptions());
  const { mutate } = check;
  const { projectId } = stack;
  const latest = useRef(content);
  latest.current = content;

  // Somebody else saved, or a variable changed: an untouched editor follows, a touched one is told when it saves.
  useEffect(() => {
    const now: DraftContent = { text: stack.composeText, files: stack.files };
    const isUntouched = isSameContent(latest.current, base);
    if (stack.version !== base.version && isUntouched) {
      setBase({ ...now, version: stack.version });
      setContent(now);
    }
    if (isSameContent(latest.current, now)) setChecked({ ...now, environmentId, check: stack });
  }, [stack, base, environmentId]);

  const isCurrent = isSameContent(content, checked);
  useEffect(() => {
    if (isCurrent && environmentId === checked.environmentId) return;
    const { text, files } = content;
    // What cannot be kept is said beside the files, and is not asked about.
    if (brokenFileRules(files).length > 0) return;
    const timer = setTimeout(
      () =>
        mutate(
          { projectId, environmentId, composeText: text, files },
          { onSuccess: (result) => setChecked({ text, files, environmentId, check: result }) },
        ),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [content, isCurrent, checked.environmentId, projectId, environmentId, mutate]);

  const isChanged = !isSameContent(content, base);
  return {
    ...content,
    setText: (text: string) => setContent((before) => ({ ...before, text })),
    setFiles: (files: TextFiles) => setContent((before) => ({ ...before, files })),
    changed: isChanged,
    check: checked.check,
    /** The last check is about this very text, and these files. */
    current: isCurrent,
    /** False: something keeps it from being saved, and is said where it is. */
    savable: brokenFileRules(content.files).length === 0 && !(isCurrent && checked.check.problems.length > 0),
    saving: save.isPending,
    /** Saves what is typed, when it differs. Throws what the API throws. */
    async save(): Promise<void> {
      if (!isChanged) return;
      const { text, files } = content;
      const { version } = await save.mutateAsync({
        projectId,
        composeText: text,
        files,
        version: base.version,
      });
      setBase({ text, files, version });
      await queries.invalidateQueries(trpc.stack.pathFilter());
    },
    revert: () => setContent({ text: base.text, files: base.files }),
  };
}

/** What the last check was about, and what it said. */
interface Checked extends DraftContent {
  environmentId: string;
  check: StackCheck;
}

export type StackDraft = ReturnType<typeof useStackDraft>;
