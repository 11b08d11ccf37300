import type { Io, Output } from '../io';

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const;

export type Style = keyof typeof CODES;
export type Paint = (style: Style, text: string) => string;

/** Colours for one stream: only in a terminal, and not where NO_COLOR is set (no-color.org) or the terminal is dumb. */
export function paintFor(output: Output, { environment }: Io): Paint {
  const plain = !output.isTerminal || (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  return plain ? (_style, text) => text : (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m`;
}
