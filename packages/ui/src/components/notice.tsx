import { clsx } from 'clsx';
import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const TONES = {
  good: { icon: CircleCheck, className: 'bg-good-soft', ink: 'text-good' },
  warn: { icon: TriangleAlert, className: 'bg-warn-soft', ink: 'text-warn' },
  bad: { icon: CircleX, className: 'bg-bad-soft', ink: 'text-bad' },
  info: { icon: Info, className: 'bg-info-soft', ink: 'text-info' },
} as const;

export interface NoticeProps {
  tone: keyof typeof TONES;
  title: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
  className?: string;
}

/** Something the person should know about what is below it. A bad one is announced. */
export function Notice({ tone, title, action, children, className }: NoticeProps) {
  const { icon: Icon, className: ground, ink } = TONES[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={clsx('flex items-start gap-2.5 rounded-md px-3 py-2', ground, className)}
    >
      <Icon aria-hidden size={16} className={clsx('mt-0.5 shrink-0', ink)} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {children ? <div className="text-ink-2">{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
