import type { Output } from '../io';

const REDRAW_MS = 200;
const MOST_ROWS = 8;

/** Lines that stay, above rows that are drawn again and again while something is under way. */
export class LiveLines {
  private drawn = 0;
  private readonly timer: NodeJS.Timeout | null;

  constructor(
    private readonly output: Output,
    private readonly live: boolean,
    private readonly rows: () => string[],
  ) {
    this.timer = live ? setInterval(() => this.redraw(), REDRAW_MS) : null;
    this.timer?.unref();
  }

  /** A line that stays. */
  print(line: string): void {
    this.output.write(`${this.erase()}${line}\n`);
    this.redraw();
  }

  /** What is under way is another now; shown with the next beat. */
  changed(): void {
    if (this.drawn === 0) this.redraw();
  }

  end(): void {
    if (this.timer) clearInterval(this.timer);
    const text = this.erase();
    if (text !== '') this.output.write(text);
  }

  private redraw(): void {
    if (!this.live) return;
    const rows = this.rows();
    const shown = rows.slice(0, MOST_ROWS);
    if (rows.length > MOST_ROWS) shown.push(` … and ${rows.length - MOST_ROWS} more`);
    const before = this.erase();
    this.drawn = shown.length;
    // A row that wraps would take two, and the next one would be drawn over the wrong line.
    const text = shown.map((row) => `${row.slice(0, Math.max(this.output.columns - 1, 10))}\n`).join('');
    if (before + text !== '') this.output.write(before + text);
  }

  /** Up to where the rows begin, and all below is blank. */
  private erase(): string {
    if (this.drawn === 0) return '';
    const text = `\u001b[${this.drawn}A\u001b[0J`;
    this.drawn = 0;
    return text;
  }
}
