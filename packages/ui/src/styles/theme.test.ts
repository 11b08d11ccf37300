import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const THEMES = ['light', 'dark'] as const;

/** Lightness, chroma and hue of a token in one theme. */
function oklchOf(token: string, theme: (typeof THEMES)[number]): [number, number, number] {
  const pair = new RegExp(`--color-${token}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`).exec(
    css,
  );
  const [l, c, h] = (pair?.[theme === 'light' ? 1 : 2] ?? '').split(' ').map(Number);
  if (l === undefined || c === undefined || h === undefined) throw new Error(`no token ${token}`);
  return [l, c, h];
}

/** Relative luminance as WCAG defines it, from OKLCH by way of linear sRGB. */
function luminance([lightness, chroma, hue]: [number, number, number]): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return (
    0.2126 * clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) +
    0.7152 * clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) +
    0.0722 * clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  );
}

function contrast(one: string, other: string, theme: (typeof THEMES)[number]): number {
  const pair = [luminance(oklchOf(one, theme)), luminance(oklchOf(other, theme))];
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
}

/** The soft accent is the ground of what is chosen in a list. */
const SURFACES = ['sunken', 'canvas', 'raised', 'hover', 'accent-soft'];
const TEXT = ['ink', 'ink-2', 'ink-3', 'accent', 'good', 'warn', 'bad', 'info'];
const TONES = ['accent', 'good', 'warn', 'bad', 'info'];

describe.each(THEMES)('contrast in the %s theme', (theme) => {
  it.each(TEXT.flatMap((text) => SURFACES.map((surface) => [text, surface])))(
    '%s on %s reads (4.5)',
    (text, surface) => expect(contrast(text ?? '', surface ?? '', theme)).toBeGreaterThanOrEqual(4.5),
  );
  it.each(TONES)('%s on its soft ground reads (4.5)', (tone) =>
    expect(contrast(tone, `${tone}-soft`, theme)).toBeGreaterThanOrEqual(4.5),
  );
  it('a filled button reads (4.5)', () =>
    expect(contrast('on-accent', 'accent', theme)).toBeGreaterThanOrEqual(4.5));
  it.each(['canvas', 'raised'])('the edge of a control is seen on %s (3)', (surface) =>
    expect(contrast('control', surface, theme)).toBeGreaterThanOrEqual(3),
  );
});

/** The browser tests look at colours alone in a page's second theme (expectAccessible): they may, as long as this holds. */
describe('a theme', () => {
  it('is a colour scheme and nothing else', () => {
    const blocks = [...css.matchAll(/\[data-theme="\w+"\][^{]*\{([^}]*)\}/g)].map(([, body]) => body?.trim());
    expect(blocks).toEqual(['color-scheme: light;', 'color-scheme: dark;']);
    expect(css).not.toContain('prefers-color-scheme');
  });
  it('changes nothing but colours', () => {
    const tokens = [...css.matchAll(/(--[\w-]+):[^;]*light-dark\(/g)].map(([, name]) => name ?? '');
    expect(tokens.filter((name) => !/^--(color|shadow)-/.test(name))).toEqual([]);
  });
});
