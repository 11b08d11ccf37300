'use client';

import { Toast as Base } from '@base-ui/react/toast';
import { CircleCheck, CircleX, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUi } from './ui-provider';

export interface ToastMessage {
  tone: 'good' | 'bad';
  title: string;
  detail?: string;
}

/** Shows what came of an action for a moment. An error stays until it is closed. */
export function useToast(): (message: ToastMessage) => void {
  const { add } = Base.useToastManager();
  return ({ tone, title, detail }) => {
    add({ title, description: detail, type: tone, timeout: tone === 'bad' ? 0 : 5000 });
  };
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider limit={4}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-12 z-50 flex w-[calc(100vw-2rem)] max-w-sm flex-col gap-2">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const { toasts } = Base.useToastManager();
  const { labels } = useUi();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="rounded-lg bg-raised p-3 pr-10 text-sm shadow-pop transition duration-200 data-ending-style:translate-y-2 data-starting-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:opacity-0"
    >
      <Base.Content className="flex items-start gap-2.5">
        {toast.type === 'bad' ? (
          <CircleX aria-hidden size={16} className="mt-0.5 shrink-0 text-bad" />
        ) : (
          <CircleCheck aria-hidden size={16} className="mt-0.5 shrink-0 text-good" />
        )}
        <div className="min-w-0">
          <Base.Title className="font-medium" />
          <Base.Description className="text-ink-2" />
        </div>
        <Base.Close
          aria-label={labels.close}
          className="absolute top-2 right-2 flex size-6 items-center justify-center rounded-md text-ink-3 hover:bg-hover hover:text-ink"
        >
          <X aria-hidden size={14} />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
