import type { ReactNode } from 'react';

export interface PageHeaderProps {
  /** Above the title: a reference, a state. */
  eyebrow?: ReactNode;
  title: ReactNode;
  /** One line of what this page is for, or the chief facts. */
  description?: ReactNode;
  actions?: ReactNode;
  /** Under the header, on its lower edge: a row of tabs. */
  tabs?: ReactNode;
}

/** The head of a page. */
export function PageHeader({ eyebrow, title, description, actions, tabs }: PageHeaderProps) {
  return (
    <header className="mb-5">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          {eyebrow ? (
            <div className="mb-0.5 flex flex-wrap items-center gap-2 text-ink-3 text-xs">{eyebrow}</div>
          ) : null}
          <h1 className="text-balance font-semibold text-xl">{title}</h1>
          {description ? <div className="mt-0.5 max-w-prose text-ink-2">{description}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {tabs ? <div className="mt-3">{tabs}</div> : null}
    </header>
  );
}
