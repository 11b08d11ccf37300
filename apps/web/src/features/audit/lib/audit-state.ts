import type { AuditFilter } from '@jalon/contracts';

/** What the address of the audit page says; days are those of the reader's calendar, YYYY-MM-DD. */
export interface AuditState {
  person: string;
  action: string;
  subject: string;
  id: string;
  from: string;
  to: string;
}

const NAMES = ['person', 'action', 'subject', 'id', 'from', 'to'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The state that an address names; what it says wrongly is left out. */
export function readAuditState(params: { get(name: string): string | null }): AuditState {
  const state = Object.fromEntries(
    NAMES.map((name) => [name, params.get(name) ?? '']),
  ) as unknown as AuditState;
  return {
    ...state,
    person: UUID.test(state.person) ? state.person : '',
    from: startOf(state.from) ? state.from : '',
    to: startOf(state.to) ? state.to : '',
  };
}

export function auditHref(state: AuditState): string {
  const params = new URLSearchParams(NAMES.flatMap((name) => (state[name] ? [[name, state[name]]] : [])));
  return params.size > 0 ? `/admin/audit?${params}` : '/admin/audit';
}

/** The filter of the API: both days are meant whole, in the reader's time zone. */
export function auditFilter({ person, action, subject, id, from, to }: AuditState): AuditFilter {
  const first = startOf(from);
  const last = startOf(to, 1);
  return {
    ...(person ? { actorId: person } : {}),
    ...(action ? { action } : {}),
    ...(subject ? { subjectType: subject } : {}),
    ...(id ? { subjectId: id } : {}),
    ...(first ? { from: first } : {}),
    ...(last ? { to: last } : {}),
  };
}

/** When a day begins here, or one some days later; null for what is none. */
function startOf(day: string, later = 0): Date | null {
  if (!DAY.test(day)) return null;
  const date = new Date(`${day}T00:00:00`);
  if (Number.isNaN(date.getTime())) return null;
  date.setDate(date.getDate() + later);
  return date;
}
