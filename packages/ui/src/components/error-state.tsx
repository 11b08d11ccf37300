import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';

export interface ErrorStateProps {
  title: ReactNode;
  /** What it means and what to do. */
  children?: ReactNode;
  /** Already worded, with the id in it: “Error id 3fa9c1”. */
  reference?: ReactNode;
  action?: ReactNode;
}

/** A part of the page could not be shown. */
export function ErrorState({ title, children, reference, action }: ErrorStateProps) {
  return (
    <div role="alert" className="flex items-start gap-3 rounded-lg bg-bad-soft px-5 py-4">
      <CircleX aria-hidden size={18} className="mt-0.5 shrink-0 text-bad" />
      <div className="min-w-0">
        <p className="font-medium text-base">{title}</p>
        {children ? <div className="max-w-prose text-ink-2">{children}</div> : null}
        {reference ? <p className="mt-1 font-mono text-ink-2 text-xs">{reference}</p> : null}
        {action ? <div className="mt-3 flex flex-wrap gap-2">{action}</div> : null}
      </div>
    </div>
  );
}
