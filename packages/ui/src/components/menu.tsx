'use client';

import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import {
  cloneElement,
  createContext,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
  useContext,
  useRef,
  useState,
} from 'react';

/**
 * The library's parts come when a pointer or the focus first reaches the trigger: no page waits for a menu
 * that nobody opens. The items below take them from here, and are only ever rendered inside an open menu.
 */
type Parts = typeof import('@base-ui/react/menu').Menu;
const PartsContext = createContext<Parts | null>(null);

function useParts(): Parts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error('A menu item outside a Menu');
  return parts;
}

const ITEM = clsx(
  'flex min-h-8 w-full cursor-default select-none items-center gap-2 rounded-md px-2 text-left outline-none',
  'data-highlighted:bg-hover data-disabled:text-ink-3',
);

type TriggerProps = HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLElement> };

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement<TriggerProps>;
  align?: 'start' | 'end';
  children: ReactNode;
}

export function Menu({ trigger, align = 'start', children }: MenuProps) {
  const anchor = useRef<HTMLElement>(null);
  const [parts, setParts] = useState<Parts | null>(null);
  const [open, setOpen] = useState(false);
  const load = () => {
    if (!parts) void import('@base-ui/react/menu').then((module) => setParts(module.Menu));
  };
  const own = trigger.props;
  return (
    <>
      {cloneElement<TriggerProps>(trigger, {
        ref: anchor,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        onPointerEnter: (event) => {
          own.onPointerEnter?.(event);
          load();
        },
        onFocus: (event) => {
          own.onFocus?.(event);
          load();
        },
        onClick: (event) => {
          own.onClick?.(event);
          load();
          setOpen(!open);
        },
        onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
          own.onKeyDown?.(event);
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        },
      })}
      {parts ? (
        <parts.Root
          modal={false}
          open={open}
          onOpenChange={(next, { event }) => {
            // A press on the trigger is the trigger's own business; Escape on it closes like everywhere.
            const isOnTrigger = event.target instanceof Node && anchor.current?.contains(event.target);
            if (!next && isOnTrigger && !(event instanceof KeyboardEvent)) return;
            setOpen(next);
          }}
        >
          <parts.Portal>
            <parts.Positioner anchor={anchor} sideOffset={4} align={align} className="z-50 outline-none">
              <parts.Popup
                finalFocus={anchor}
                className="min-w-44 origin-[var(--transform-origin)] rounded-lg bg-raised p-1 text-sm shadow-pop outline-none transition duration-100 data-ending-style:scale-98 data-starting-style:scale-98 data-ending-style:opacity-0 data-starting-style:opacity-0"
              >
                <PartsContext value={parts}>{children}</PartsContext>
              </parts.Popup>
            </parts.Positioner>
          </parts.Portal>
        </parts.Root>
      ) : null}
    </>
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
  const parts = useParts();
  return (
    <parts.Item className={clsx(ITEM, tone === 'danger' && 'text-bad')} {...rest}>
      {icon ? <span className="text-ink-3">{icon}</span> : null}
      {children}
    </parts.Item>
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
  const parts = useParts();
  return (
    <parts.Group>
      <parts.GroupLabel className="label-caps px-2 pt-2 pb-1">{label}</parts.GroupLabel>
      <parts.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
        {options.map((option) => (
          <parts.RadioItem key={option.value} value={option.value} className={ITEM} closeOnClick>
            {option.icon ? <span className="text-ink-3">{option.icon}</span> : null}
            <span className="flex-1">{option.label}</span>
            <parts.RadioItemIndicator>
              <Check aria-hidden size={14} className="text-accent" />
            </parts.RadioItemIndicator>
          </parts.RadioItem>
        ))}
      </parts.RadioGroup>
    </parts.Group>
  );
}

export function MenuSeparator() {
  const parts = useParts();
  return <parts.Separator className="-mx-1 my-1 h-px bg-line" />;
}
