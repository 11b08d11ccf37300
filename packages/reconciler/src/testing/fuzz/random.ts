/** Numbers that look random and are the same for the same seed, so that a finding can be played again. */
export class Random {
  private state: number;

  constructor(seed: number, index = 0) {
    this.state = (seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0;
    // Neighbouring seeds begin alike; a few steps drive them apart.
    for (let i = 0; i < 4; i += 1) this.next();
  }

  /** 0 up to 1. Mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('there is nothing to pick from');
    return value;
  }

  some<T>(values: readonly T[], most: number): T[] {
    return Array.from({ length: this.below(most + 1) }, () => this.pick(values));
  }
}
