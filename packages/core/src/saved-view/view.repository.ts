import { DomainError, type Principal, type SavedViewItem } from '@jalon/contracts';
import type { Db, Prisma } from '@jalon/db';

/** Own views and those that are shared. */
export const visibleTo = (principal: Principal): Prisma.SavedViewWhereInput => ({
  OR: [{ ownerId: principal.userId }, { shared: true }],
});

/** Who may change a view: its owner, and an admin where everybody sees it. */
export function mayChange(principal: Principal, view: { ownerId: string; shared: boolean }): boolean {
  return view.ownerId === principal.userId || (view.shared && principal.role === 'ADMIN');
}

/** The views that a person sees, by name. */
export async function findViews(db: Db, principal: Principal, id?: string): Promise<SavedViewItem[]> {
  const rows = await db.savedView.findMany({
    where: { ...visibleTo(principal), ...(id ? { id } : {}) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      query: true,
      shared: true,
      version: true,
      owner: { select: { id: true, name: true } },
      defaultOf: { where: { userId: principal.userId }, select: { userId: true } },
    },
  });
  return rows.map(({ defaultOf, ...view }) => ({
    ...view,
    mine: mayChange(principal, { ownerId: view.owner.id, shared: view.shared }),
    isDefault: defaultOf.length > 0,
  }));
}

/** A view that a person sees; NOT_FOUND for any other. */
export async function requireView(db: Db, principal: Principal, id: string): Promise<SavedViewItem> {
  const [view] = await findViews(db, principal, id);
  if (!view)
    throw new DomainError('NOT_FOUND', 'There is no such view any more, or it is not shared with you.');
  return view;
}

/** A view that a person may change; NOT_FOUND, or FORBIDDEN naming its owner. */
export async function requireOwnView(db: Db, principal: Principal, id: string): Promise<SavedViewItem> {
  const view = await requireView(db, principal, id);
  if (view.mine) return view;
  throw new DomainError(
    'FORBIDDEN',
    `“${view.name}” is a view of ${view.owner.name}: save it under a name of your own to change it.`,
  );
}

/** CONFLICT on `name` when its owner has another view of that name, whatever the case. */
export async function refuseTakenName(db: Db, ownerId: string, name: string, except?: string): Promise<void> {
  const [taken] = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM "SavedView" WHERE "ownerId" = ${ownerId}::uuid AND lower(name) = lower(${name})
      AND id IS DISTINCT FROM ${except ?? null}::uuid LIMIT 1`;
  if (!taken) return;
  const message = `There is a view “${taken.name}” already: choose another name, or change that one.`;
  throw new DomainError('CONFLICT', message, [{ path: 'name', message }]);
}
