import type { ReactNode } from 'react';

/** One named fact of a list: for use inside `<dl>`. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="label-caps">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
