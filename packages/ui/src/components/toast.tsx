'use client';

import { CircleCheck, CircleX, X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { Button } from './button';
import { useUi } from './ui-provider';

export interface ToastMessage {
  tone: 'good' | 'bad';
  title: string;
  detail?: string;
  /** A way back, for example; pressed, the message goes. */
  action?: { label: string; onClick: () => void };
}

interface ShownToast extends ToastMessage {
  id: number;
}

const SHOWN_MS = 5000;
/** Long enough to read, decide and reach the button by keyboard. */
const SHOWN_WITH_ACTION_MS = 20_000;
/** More at once would hide the page; the oldest goes. */
const LIMIT = 4;

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);
let lastId = 0;

/** Shows what came of an action for a moment. An error stays until it is closed. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const add = useCallback((message: ToastMessage) => {
    lastId += 1;
    const toast = { ...message, id: lastId };
    setToasts((shown) => [...shown, toast].slice(-LIMIT));
  }, []);
  const close = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  );
  return (
    <ToastContext value={add}>
      {children}
      {/* There before its first message, or a screen reader would not announce that one. */}
      <div
        role="status"
        className="pointer-events-none fixed right-4 bottom-12 z-50 flex w-[calc(100vw-2rem)] max-w-sm flex-col gap-2"
      >
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} onClose={close} />
        ))}
      </div>
    </ToastContext>
  );
}

function Toast({ toast, onClose }: { toast: ShownToast; onClose: (id: number) => void }) {
  const { labels } = useUi();
  const [held, setHeld] = useState(false);
  const { id, tone, title, detail, action } = toast;
  const shownMs = action ? SHOWN_WITH_ACTION_MS : SHOWN_MS;
  useEffect(() => {
    if (held || tone === 'bad') return;
    const timer = setTimeout(() => onClose(id), shownMs);
    return () => clearTimeout(timer);
  }, [held, tone, id, shownMs, onClose]);
  const Icon = tone === 'bad' ? CircleX : CircleCheck;
  return (
    <div
      role={tone === 'bad' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      className="pointer-events-auto relative flex items-start gap-2.5 rounded-lg bg-raised p-3 pr-10 text-sm shadow-pop transition duration-200 starting:translate-y-2 starting:opacity-0"
    >
      <Icon
        aria-hidden
        size={16}
        className={`mt-0.5 shrink-0 ${tone === 'bad' ? 'text-bad' : 'text-good'}`}
      />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        {detail ? <p className="text-ink-2">{detail}</p> : null}
        {action ? (
          <Button
            size="sm"
            className="mt-1.5"
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
            onClick={() => {
              onClose(id);
              action.onClick();
            }}
          >
            {action.label}
          </Button>
        ) : null}
      </div>
      <button
        type="button"
        aria-label={labels.close}
        onClick={() => onClose(id)}
        className="absolute top-2 right-2 flex size-6 items-center justify-center rounded-md text-ink-3 hover:bg-hover hover:text-ink"
      >
        <X aria-hidden size={14} />
      </button>
    </div>
  );
}
