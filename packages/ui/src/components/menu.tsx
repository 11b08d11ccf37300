'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

const ITEM = clsx(
  'flex min-h-8 w-full cursor-default select-none items-center gap-2 rounded-md px-2 text-left outline-none',
  'data-highlighted:bg-hover data-disabled:text-ink-3',
);

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  align?: 'start' | 'end';
  children: ReactNode;
}

export function Menu({ trigger, align = 'start', children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50 outline-none">
          <Base.Popup className="min-w-44 origin-[var(--transform-origin)] rounded-lg bg-raised p-1 text-sm shadow-pop outline-none transition duration-100 data-ending-style:scale-98 data-starting-style:scale-98 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  icon?: ReactNode;
  tone?: 'plain' | 'danger';
  disabled?: boolean;
  /** A link instead of a button: `render={<Link href=… />}`. */
  render?: ReactElement;
  onClick?: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, tone = 'plain', children, ...rest }: MenuItemProps) {
  return (
    <Base.Item className={clsx(ITEM, tone === 'danger' && 'text-bad')} {...rest}>
      {icon ? <span className="text-ink-3">{icon}</span> : null}
      {children}
    </Base.Item>
  );
}

export interface MenuChoiceProps<T extends string> {
  label: ReactNode;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: ReactNode; icon?: ReactNode }[];
}

/** One of a few, the present one ticked. */
export function MenuChoice<T extends string>({ label, value, onChange, options }: MenuChoiceProps<T>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="label-caps px-2 pt-2 pb-1">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={ITEM} closeOnClick>
            {option.icon ? <span className="text-ink-3">{option.icon}</span> : null}
            <span className="flex-1">{option.label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden size={14} className="text-accent" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}
