import { clsx } from 'clsx';

/** A surveyor's stake, leaning as they do. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={clsx('size-5 shrink-0', className)}>
      <g transform="rotate(9 10 10)">
        <path className="fill-mark" d="M8 1h4v4H8zM8 9h4v4H8z" />
        <path
          className="fill-raised stroke-ink-3"
          strokeWidth=".5"
          d="M8.25 5h3.5v4h-3.5zM8.25 13h3.5v2.5h-3.5z"
        />
        <path className="fill-ink-3" d="M8 15.5h4l-2 4z" />
      </g>
    </svg>
  );
}

export function Brand() {
  return (
    <span className="inline-flex items-center gap-2">
      <Mark />
      <span className="font-semibold text-base tracking-tight">Jalon</span>
    </span>
  );
}
