import { clsx } from 'clsx';
import {
  type Circle,
  CircleCheck,
  CircleDashed,
  CircleX,
  Info,
  LoaderCircle,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'idle' | 'busy';

const TEXT: Record<Tone, string> = {
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  info: 'text-info',
  idle: 'text-ink-3',
  busy: 'text-accent',
};
const GROUND: Record<Tone, string> = {
  good: 'bg-good-soft',
  warn: 'bg-warn-soft',
  bad: 'bg-bad-soft',
  info: 'bg-info-soft',
  idle: 'bg-sunken',
  busy: 'bg-accent-soft',
};
const ICONS: Record<Tone, typeof Circle> = {
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleX,
  info: Info,
  idle: CircleDashed,
  busy: LoaderCircle,
};

export interface StatusProps {
  tone: Tone;
  /** The word; colour and icon only repeat it. */
  children: ReactNode;
  className?: string;
}

/** A state in a line of text or a table: colour, icon and word. */
export function Status({ tone, children, className }: StatusProps) {
  const Icon = ICONS[tone];
  return (
    <span className={clsx('inline-flex items-baseline gap-1.5 whitespace-nowrap', TEXT[tone], className)}>
      {/* Not on the baseline, or the icon and not the word would stand on the line's. */}
      <Icon aria-hidden size={14} className={clsx('self-center', tone === 'busy' && 'animate-spin')} />
      {children}
    </span>
  );
}

/** The same on a ground of its own, where it must stand out. */
export function Badge({ tone, children, className }: StatusProps) {
  const Icon = ICONS[tone];
  return (
    <span
      className={clsx(
        'inline-flex h-5.5 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs',
        TEXT[tone],
        GROUND[tone],
        className,
      )}
    >
      <Icon aria-hidden size={12} className={tone === 'busy' ? 'animate-spin' : undefined} />
      {children}
    </span>
  );
}

/** A word that classifies and is no state: a role, a tag, a benefit type. */
export function Tag({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span
      className={clsx(
        'inline-flex h-5.5 items-center whitespace-nowrap rounded-sm px-1.5 text-ink-2 text-xs ring-1 ring-line-strong ring-inset',
        className,
      )}
    >
      {children}
    </span>
  );
}
