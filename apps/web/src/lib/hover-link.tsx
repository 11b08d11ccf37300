'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

/**
 * A link of those that stand on every page: what it leads to is fetched ahead once it is pointed at or has the focus. By
 * being in sight alone, a dozen of them made the server work more than the page that they stand on.
 */
export function HoverLink(
  props: Omit<ComponentProps<typeof Link>, 'prefetch' | 'onPointerEnter' | 'onFocus'>,
) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  // Null is Next's own way: at once when it is in sight, which it is.
  return <Link {...props} prefetch={wanted ? null : false} onPointerEnter={want} onFocus={want} />;
}
