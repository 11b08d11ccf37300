'use client';

import { clsx } from 'clsx';
import { type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { lastFocused } from '../lib/last-focused';

export interface ModalProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Its name: an id, or words. */
  labelledBy?: string;
  label?: string;
  describedBy?: string;
  className?: string;
  children: ReactNode;
}

/** The browser alone would begin with whatever scrolls. */
const CONTROL =
  'a[href], button:not(:disabled), input:not(:disabled, [type="hidden"]), select:not(:disabled), textarea:not(:disabled)';

/**
 * The browser's own modal dialog: it traps the focus, makes the page behind inert, closes with Escape and
 * gives the focus back, without a library. What is inside is there only while it is open. The first focus is
 * the first control, or what carries `data-autofocus`.
 */
export function Modal({
  open,
  onOpenChange,
  labelledBy,
  label,
  describedBy,
  className,
  children,
}: ModalProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!open) return;
    const before = lastFocused();
    return () => {
      // Taken out of the page while it was open, the browser gives nothing back.
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && before?.isConnected) before.focus();
    };
  }, [open]);
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog && !dialog.open) {
      dialog.showModal();
      const first = dialog.querySelector('[data-autofocus]') ?? dialog.querySelector(CONTROL);
      if (first instanceof HTMLElement) first.focus();
    }
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  const onPointerDown = (event: PointerEvent) => {
    // The dialog itself is what is hit when its backdrop is; its content covers it all.
    if (event.target === element.current) onOpenChange(false);
  };
  return (
    <dialog
      ref={element}
      aria-labelledby={labelledBy}
      aria-label={label}
      aria-describedby={describedBy}
      onPointerDown={onPointerDown}
      onCancel={(event) => {
        event.preventDefault();
        onOpenChange(false);
      }}
      onClose={() => {
        if (open) onOpenChange(false);
      }}
      className={clsx(
        // It may be written inside a table's cell, and takes nothing from it.
        'mx-auto mt-[12vh] mb-auto hidden w-[calc(100vw-1.5rem)] rounded-lg bg-raised p-0 whitespace-normal text-left font-normal text-ink text-sm shadow-pop',
        'transition duration-150 ease-out backdrop:bg-veil open:flex starting:translate-y-1 starting:opacity-0',
        className,
      )}
    >
      {open ? children : null}
    </dialog>
  );
}
