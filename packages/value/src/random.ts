/** State of the xoshiro128++ generator: four 32-bit words, never all zero. */
export type GeneratorState = readonly [number, number, number, number];

/** Four well-mixed words from one seed (splitmix32), so that near seeds give unlike streams. */
export function seedState(seed: number): GeneratorState {
  let mixed = seed | 0;
  const word = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let z = mixed ^ (mixed >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
  return [word(), word(), word(), word() | 1];
}

/** One seed from two, so that unlike pairs give unlike streams; 0x9e3779b1 is odd, so no key is lost. */
export function mixSeeds(seed: number, key: number): number {
  const mixed = Math.imul(key | 0, 0x9e3779b1);
  return (seed ^ (mixed ^ (mixed >>> 15))) | 0;
}
