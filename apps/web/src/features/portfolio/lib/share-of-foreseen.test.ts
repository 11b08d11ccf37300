import { expect, it } from 'vitest';
import { shareOfForeseen } from './share-of-foreseen';

it.each([
  ['0.84', '84%'],
  ['10', '1,000%'],
  ['1525197867', '> 1,000%'],
  ['-12.5', '< -1,000%'],
  [null, '–'],
])('%s of what was foreseen is %s', (value, text) => {
  expect(shareOfForeseen(value, 'en')).toBe(text);
});
