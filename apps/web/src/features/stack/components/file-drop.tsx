'use client';

import { clsx } from 'clsx';
import { type DragEvent, type ReactNode, useState } from 'react';

export interface FileDropProps {
  /** False: what is dropped is left to the browser. */
  enabled: boolean;
  onDrop: (files: File[]) => void;
  children: ReactNode;
}

/** Takes files that are dropped on what is inside; text that is dragged is none of its business. */
export function FileDrop({ enabled, onDrop, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  const isMine = (event: DragEvent) => enabled && event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      onDragOver={(event) => {
        if (!isMine(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!isMine(event)) return;
        event.preventDefault();
        onDrop([...event.dataTransfer.files]);
      }}
      className={clsx(
        'rounded-md',
        over && 'bg-hover outline-2 outline-accent outline-offset-4 outline-dashed',
      )}
    >
      {children}
    </div>
  );
}
