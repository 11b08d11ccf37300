'use client';

import {
  cloneElement,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
} from 'react';

const DELAY_MS = 400;
const GAP_PX = 6;

export interface TooltipProps {
  label: ReactNode;
  children: ReactElement<HTMLAttributes<HTMLElement>>;
}

/**
 * One short line that appears beside what is hovered or focused. It adds to a name, it never is the name.
 * Stands in the browser's top layer, so nothing clips it and no library has to place it.
 */
export function Tooltip({ label, children }: TooltipProps) {
  const id = useId();
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = (target: HTMLElement) => {
    const element = tip.current;
    if (!element?.isConnected || element.matches(':popover-open')) return;
    element.showPopover();
    place(element, target);
  };
  const hide = () => {
    clearTimeout(timer.current);
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover();
  };
  const own = children.props;
  return (
    <>
      {cloneElement(children, {
        'aria-describedby': own['aria-label'] ? own['aria-describedby'] : id,
        onPointerEnter: (event) => {
          own.onPointerEnter?.(event);
          const target = event.currentTarget;
          if (event.pointerType === 'mouse') timer.current = setTimeout(() => show(target), DELAY_MS);
        },
        onPointerLeave: (event) => {
          own.onPointerLeave?.(event);
          hide();
        },
        onPointerDown: (event) => {
          own.onPointerDown?.(event);
          hide();
        },
        onFocus: (event) => {
          own.onFocus?.(event);
          if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget);
        },
        onBlur: (event) => {
          own.onBlur?.(event);
          hide();
        },
        onKeyDown: (event) => {
          own.onKeyDown?.(event);
          if (event.key === 'Escape') hide();
        },
      })}
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        className="fixed m-0 max-w-72 rounded-md bg-ink px-2 py-1 font-normal text-canvas text-xs shadow-pop"
      >
        {label}
      </span>
    </>
  );
}

/** Below the target and inside the window; above it where there is no room below. */
function place(element: HTMLElement, target: HTMLElement): void {
  const at = target.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const left = Math.min(
    Math.max(at.left + at.width / 2 - width / 2, GAP_PX),
    window.innerWidth - width - GAP_PX,
  );
  const below = at.bottom + GAP_PX;
  const top = below + height > window.innerHeight ? at.top - GAP_PX - height : below;
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}
