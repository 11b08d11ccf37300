import { Skeleton, SkeletonRows } from '@jalon/ui/skeleton';

const FIGURES = ['production', 'pipeline', 'realised'];

/** Holds the places of the portfolio while it loads. */
export function PortfolioSkeleton() {
  return (
    <div className="flex flex-col gap-9">
      <div className="grid gap-6 md:grid-cols-3">
        {FIGURES.map((figure) => (
          <div key={figure} className="flex h-28 flex-col gap-2">
            <Skeleton className="h-4 w-32" />
            <Skeleton className="h-7 w-24" />
            <Skeleton className="h-3 w-48" />
            <Skeleton className="mt-2 h-3 w-full" />
          </div>
        ))}
      </div>
      <SkeletonRows rows={5} />
      <Skeleton className="h-80 w-full" />
    </div>
  );
}
