import { describe, expect, it } from 'vitest';
import { auditFilter, auditHref, readAuditState } from './audit-state';

const read = (query: string) => readAuditState(new URLSearchParams(query));
const PERSON = '00000000-0000-4000-8000-000000000001';

describe('the address of the audit page', () => {
  it('says the filter and nothing else, both ways', () => {
    const query = `person=${PERSON}&action=gate.decided&subject=use-case&id=7&from=2026-03-01&to=2026-03-31`;
    expect(auditHref(read(query))).toBe(`/admin/audit?${query}`);
    expect(auditHref(read(''))).toBe('/admin/audit');
    expect(auditFilter(read(''))).toEqual({});
  });

  it('means both days whole', () => {
    const { from, to } = auditFilter(read('from=2026-03-29&to=2026-03-29'));
    expect(from).toEqual(new Date('2026-03-29T00:00:00'));
    expect(to).toEqual(new Date('2026-03-30T00:00:00'));
  });

  it('leaves out what it says wrongly', () => {
    expect(auditFilter(read('person=me&from=yesterday&to=2026-99-99'))).toEqual({});
  });
});
