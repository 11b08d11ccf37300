import type { Page } from '@playwright/test';

/** What was drawn while something was scrolled. */
export interface Frames {
  /** Milliseconds between one frame of the page and the next. */
  intervals: number[];
  /** Frames in which the place that was scrolled showed no row at its middle. */
  empty: number;
  /** Pixels that went by. */
  pixels: number;
}

/** Pixels a second of somebody who leafs through a long list. */
const SPEED = 2_400;

/**
 * Turns the wheel over the middle of `frame` for `seconds` and takes the time of every frame of the page meanwhile
 * (requestAnimationFrame: when the page's own scripts may draw, not what the compositor shows between). With `turn` false
 * nothing is scrolled: what the machine can do at all.
 */
export async function scrollFrames(
  page: Page,
  frame: string,
  item: string,
  seconds: number,
  turn: boolean,
): Promise<Frames> {
  const box = await page.locator(frame).first().boundingBox();
  if (!box) throw new Error(`${frame} is not on the page`);
  const viewport = page.viewportSize() ?? { width: 1366, height: 900 };
  const x = Math.round(box.x + Math.min(box.width, viewport.width - box.x) / 2);
  const y = Math.round(box.y + Math.min(box.height, viewport.height - box.y) / 2);
  await page.mouse.move(x, y);
  const watching = page.evaluate(watch, { frame, item, x, y, milliseconds: seconds * 1000 });
  if (turn) {
    const session = await page.context().newCDPSession(page);
    await session.send('Input.synthesizeScrollGesture', {
      x,
      y,
      yDistance: -SPEED * seconds,
      speed: SPEED,
      gestureSourceType: 'mouse',
    });
    await session.detach();
  }
  return watching;
}

/** Runs in the page. */
function watch(input: {
  frame: string;
  item: string;
  x: number;
  y: number;
  milliseconds: number;
}): Promise<Frames> {
  const scrolled = document.querySelector(input.frame);
  const before = scrolled?.scrollTop ?? 0;
  const intervals: number[] = [];
  let empty = 0;
  return new Promise((resolve) => {
    const begun = performance.now();
    let last = begun;
    const look = (now: number): void => {
      intervals.push(now - last);
      last = now;
      if (!document.elementFromPoint(input.x, input.y)?.closest(input.item)) empty += 1;
      if (now - begun < input.milliseconds) requestAnimationFrame(look);
      else resolve({ intervals: intervals.slice(1), empty, pixels: (scrolled?.scrollTop ?? 0) - before });
    };
    requestAnimationFrame(look);
  });
}
