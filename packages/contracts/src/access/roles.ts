export const ROLES = ['ADMIN', 'ENGINEER', 'BUSINESS'] as const;
export type Role = (typeof ROLES)[number];

/** What a role may do. A scope is `<area>:<verb>`; an unknown one is denied. */
export const SCOPES = [
  'portfolio:read',
  'use-case:write',
  'estimate:write',
  'kpi:write',
  'comment:write',
  'gate:decide',
  'gate:review',
  'value:verify',
  'project:read',
  'project:create',
  'environment:write',
  'stack:write',
  'variable:write',
  'deployment:write',
  'run:write',
  'file:write',
  'model:predict',
  'service:open',
  'log:read',
  'host:read',
  'host:write',
  'user:admin',
  'audit:read',
  'setting:write',
] as const;
export type Scope = (typeof SCOPES)[number];

const BUSINESS: readonly Scope[] = [
  'portfolio:read',
  'use-case:write',
  'estimate:write',
  'kpi:write',
  'comment:write',
  'gate:decide',
  'gate:review',
  'value:verify',
  'project:read',
  'model:predict',
];

const ENGINEER: readonly Scope[] = [
  'portfolio:read',
  'kpi:write',
  'comment:write',
  'gate:review',
  'value:verify',
  'project:read',
  'project:create',
  'environment:write',
  'stack:write',
  'variable:write',
  'deployment:write',
  'run:write',
  'file:write',
  'model:predict',
  'service:open',
  'log:read',
  'host:read',
];

/** The one table of who may do what; shared by the API and the pages. */
export const PERMISSIONS: Readonly<Record<Role, ReadonlySet<Scope>>> = {
  ADMIN: new Set(SCOPES),
  ENGINEER: new Set(ENGINEER),
  BUSINESS: new Set(BUSINESS),
};

/** True when the role holds the scope; anything unknown is denied. */
export function allows(role: string, scope: string): boolean {
  const scopes = (PERMISSIONS as Record<string, ReadonlySet<string>>)[role];
  return scopes?.has(scope) ?? false;
}

/** Who acts: all that a use case needs to know of a person. */
export interface Principal {
  userId: string;
  name: string;
  role: Role;
}
