import { type ReactNode, useId } from 'react';

export interface FormGroupProps {
  title: ReactNode;
  description: ReactNode;
  children: ReactNode;
}

/** One of the short groups of the page. */
export function FormGroup({ title, description, children }: FormGroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-line border-t pt-4 pb-7">
      <h2 id={id} className="font-semibold text-base">
        {title}
      </h2>
      <p className="mb-4 text-ink-3">{description}</p>
      {children}
    </section>
  );
}
