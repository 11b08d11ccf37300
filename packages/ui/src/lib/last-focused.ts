let last: WeakRef<HTMLElement> | undefined;

function remember({ target }: FocusEvent): void {
  if (target instanceof HTMLElement) last = new WeakRef(target);
}

/** Begins to remember what has the focus; the frame does it once. Gives the end of it. */
export function followFocus(): () => void {
  document.addEventListener('focusin', remember);
  return () => document.removeEventListener('focusin', remember);
}

/**
 * What has the focus, or had it last: a control that is hidden for a moment, while what it opens is still being loaded,
 * has lost it without a word by the time that a dialog opens.
 */
export function lastFocused(): HTMLElement | undefined {
  const active = document.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : last?.deref();
}
