import { SCOPES } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { appRouter } from './root';

/** What anybody may call, and why it is safe: see each file. A new line here is a decision. */
const PUBLIC = [
  'session.acceptInvitation',
  'session.completeSetup',
  'session.readInvitation',
  'session.readSetup',
  'session.setupStatus',
];
/** What concerns the caller alone. */
const SELF = [
  'notification.list',
  'notification.markRead',
  'session.changePassword',
  'session.me',
  'session.setLocale',
];

const procedures = Object.entries(appRouter._def.procedures as Record<string, unknown>).map(
  ([path, procedure]) => ({
    path,
    access: (procedure as { _def: { meta?: { access?: string } } })._def.meta?.access,
  }),
);
const pathsWith = (access: string): string[] =>
  procedures
    .filter((procedure) => procedure.access === access)
    .map((procedure) => procedure.path)
    .sort();

describe('every procedure', () => {
  it('declares who may call it', () => {
    const known = new Set<string | undefined>([...SCOPES, 'self', 'public']);
    expect(procedures.filter(({ access }) => !known.has(access))).toEqual([]);
    expect(procedures.length).toBeGreaterThan(40);
  });
  it('is open to anybody only when it is on the list', () => expect(pathsWith('public')).toEqual(PUBLIC));
  it('is open to every role only when it is on the list', () => expect(pathsWith('self')).toEqual(SELF));
});
