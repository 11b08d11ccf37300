import type { GlobalUsePlace } from '@jalon/contracts';
import Link from 'next/link';

/** An environment, leading to its variables. */
export function PlaceLink({ place }: { place: GlobalUsePlace }) {
  const query = new URLSearchParams({ env: place.environment });
  return (
    <Link
      href={`/projects/${place.project.slug}/variables?${query}`}
      className="whitespace-nowrap text-accent hover:underline"
      data-verbatim
    >
      {place.project.slug} · {place.environment}
    </Link>
  );
}
