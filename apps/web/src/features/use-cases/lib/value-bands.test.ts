import { VALUE_BANDS } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { bandFilter } from './value-bands';

describe('the filter of a band', () => {
  it('leaves nothing out between two bands, and takes nothing twice', () => {
    expect(bandFilter(0)).toEqual({ valueFrom: '', valueTo: '99999.99' });
    expect(bandFilter(1)).toEqual({ valueFrom: '100000', valueTo: '299999.99' });
    expect(bandFilter(VALUE_BANDS.length - 1)).toEqual({ valueFrom: '10000000', valueTo: '' });
    expect(bandFilter(null)).toBeNull();
  });
});
