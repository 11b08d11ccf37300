'use client';

import type { PersonName } from '@jalon/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useDeferredValue, useEffect, useState } from 'react';
import { useTRPC } from '@/trpc/react';
import { insertMention, type MentionQuery, mentionAt } from '../lib/mention-at';

const NOBODY: PersonName[] = [];

/**
 * Completes names after an @ in a text: who fits, which one is chosen, and what keys and clicks do. `picked` grows with
 * everybody who was chosen; the server keeps those that the text still names.
 */
export function useMentions(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  onText: (text: string) => void,
  known: readonly PersonName[] = NOBODY,
) {
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [active, setActive] = useState(0);
  const [picked, setPicked] = useState<readonly PersonName[]>(known);
  const [caret, setCaret] = useState<number | null>(null);
  const wanted = useDeferredValue(query?.text.trim() ?? '');
  const found = useQuery(
    useTRPC().comment.mentionable.queryOptions(
      { text: wanted },
      { enabled: query !== null, placeholderData: keepPreviousData, staleTime: 30_000 },
    ),
  );
  const people = query ? (found.data ?? NOBODY) : NOBODY;

  useEffect(() => {
    // After the text with the name in it stands in the field.
    if (caret === null) return;
    field.current?.setSelectionRange(caret, caret);
    setCaret(null);
  }, [caret, field]);

  /** Call it whenever the text or the caret moved. */
  const look = (): void => {
    const element = field.current;
    if (!element) return;
    const { selectionStart, selectionEnd, value } = element;
    const next = selectionStart === selectionEnd ? mentionAt(value, selectionStart) : null;
    if (next?.text !== query?.text || next?.start !== query?.start) setActive(0);
    setQuery(next);
  };

  const pick = (person: PersonName): void => {
    const element = field.current;
    if (!query || !element) return;
    const next = insertMention(text, element.selectionStart, query, person.name);
    onText(next.text);
    setCaret(next.caret);
    setPicked((before) => [...before.filter(({ id }) => id !== person.id), person]);
    setQuery(null);
    element.focus();
  };

  /** True when the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    const chosen = people[active];
    if (!chosen) return false;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((active + step + people.length) % people.length);
    else if (
      (event.key === 'Enter' || event.key === 'Tab') &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.shiftKey
    )
      pick(chosen);
    else if (event.key === 'Escape') setQuery(null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return { people, active, setActive, look, pick, onKey, close: () => setQuery(null), picked };
}
