'use client';

import type { ErrorDetail } from '@jalon/contracts';
import { useEffect, useRef } from 'react';
import { createEditor, type Editor } from '../lib/create-editor';

export interface ComposeEditorProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  problems: readonly ErrorDetail[];
  warnings: readonly ErrorDetail[];
  readOnly: boolean;
  /** Filled with a function that moves to a place. */
  goTo?: { current: ((place: { line: number; column: number }) => void) | null };
}

/** The Compose file in CodeMirror. Loaded by dynamic import alone: it is heavy. */
export function ComposeEditor({
  label,
  value,
  onChange,
  problems,
  warnings,
  readOnly,
  goTo,
}: ComposeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const initial = useRef({ label, value, readOnly });
  const changed = useRef(onChange);
  changed.current = onChange;

  useEffect(() => {
    if (!host.current) return;
    const made = createEditor(host.current, initial.current, (text) => changed.current(text));
    editor.current = made;
    if (goTo) goTo.current = made.goTo;
    return () => {
      made.destroy();
      editor.current = null;
    };
  }, [goTo]);
  useEffect(() => editor.current?.setText(value), [value]);
  useEffect(() => editor.current?.setProblems(problems, warnings), [problems, warnings]);

  return <div ref={host} className="h-[28rem] overflow-hidden rounded-md ring-1 ring-control ring-inset" />;
}
