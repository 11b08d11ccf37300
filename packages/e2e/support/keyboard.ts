import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STOPS = 150;

/**
 * Where the focus is, and what is wrong with it: lost (on nothing), out of sight, under something else (WCAG 2.2, 2.4.11)
 * or without a mark (2.4.7). Empty when all is well.
 */
async function focusTrouble(page: Page): Promise<{ at: string; trouble: string }> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body || active === document.documentElement)
      return { at: 'nothing', trouble: 'the focus is lost' };
    const at = `${active.tagName.toLowerCase()} “${(active.getAttribute('aria-label') ?? active.textContent ?? '').trim().slice(0, 40)}”`;
    const box = active.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, window.innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, window.innerHeight)];
    if (right <= left || bottom <= top) return { at, trouble: 'it is out of sight' };
    // Some of it must be seen: its middle, or a place near one of its ends.
    const xs = [0.5, 0.1, 0.9].map((share) => left + (right - left) * share);
    const ys = [0.5, 0.1, 0.9].map((share) => top + (bottom - top) * share);
    const seen = xs.some((x) =>
      ys.some((y) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (active.contains(hit) || hit.contains(active));
      }),
    );
    if (!seen) return { at, trouble: 'something lies over it' };
    // Of a grid or a list the focus is on one of its parts.
    const part = document.getElementById(active.getAttribute('aria-activedescendant') ?? '');
    const marked = [part, active, active.closest('label'), active.parentElement].some((element) => {
      const style = element ? getComputedStyle(element) : null;
      if (!style) return false;
      const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
      return outlined || (element === part && style.boxShadow !== 'none');
    });
    // Of a date the browser itself marks the part that has it: the day, or the button of its calendar.
    const isPageOrDialog = active.matches('#content, dialog, input[type="date"]');
    return { at, trouble: marked || isPageOrDialog ? '' : 'nothing shows that it has the focus' };
  });
}

/** Asserts that the focus is somewhere, in sight and marked. */
export async function expectFocusInSight(page: Page): Promise<void> {
  // A page that scrolls to it, or marks a part of it, needs a moment.
  await expect
    .poll(
      async () => {
        const { at, trouble } = await focusTrouble(page);
        return trouble && `${at}: ${trouble}, ${page.url()}`;
      },
      { timeout: 2_000, intervals: [10, 50, 200] },
    )
    .toBe('');
}

/** Tab by Tab to a control, the focus in sight at every stop. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    await expectFocusInSight(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target} was not reached with ${MOST_STOPS} presses of Tab on ${page.url()}`);
}

/**
 * Goes through every stop of a page from its beginning to its end and back, the focus in sight at each; answers with
 * how many there are.
 */
export async function walkStops(page: Page): Promise<number> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.getSelection()?.removeAllRanges();
  });
  for (let stop = 1; stop <= MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const ended = await page.evaluate(() => document.activeElement === document.body);
    if (ended && stop > 1) return stop - 1;
    await expectFocusInSight(page);
    const atStart = await page.evaluate(() => document.activeElement?.getAttribute('href') === '#content');
    if (atStart && stop > 1) return stop - 1;
  }
  throw new Error(`No end after ${MOST_STOPS} presses of Tab on ${page.url()}`);
}
