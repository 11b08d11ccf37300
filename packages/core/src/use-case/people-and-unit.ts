import { DomainError, type Principal } from '@jalon/contracts';
import type { Db } from '@jalon/db';

/** The id of a business unit by its name, whatever the case; made when it is new. */
export async function businessUnitId(tx: Db, name: string): Promise<string> {
  const known = await tx.businessUnit.findFirst({
    where: { name: { equals: name, mode: 'insensitive' } },
    select: { id: true },
  });
  if (known) return known.id;
  const made = await tx.businessUnit.create({ data: { name }, select: { id: true } });
  return made.id;
}

/**
 * The id of an initiative by its name, whatever the case; made when it is new, by one of two who name it at the same
 * time. Null for an empty name.
 */
export async function initiativeId(tx: Db, name: string): Promise<string | null> {
  if (name === '') return null;
  const find = async () => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Initiative" WHERE lower(name) = lower(${name}) ORDER BY name LIMIT 1`;
    return rows[0]?.id ?? null;
  };
  const known = await find();
  if (known) return known;
  await tx.initiative.createMany({ data: [{ name }], skipDuplicates: true });
  return find();
}

/**
 * Who shall own a use case: the one named, else `fallback`. Only an admin may name somebody else (FORBIDDEN);
 * the owner must be able to answer for it (VALIDATION on ownerId).
 */
export async function ownerFor(
  tx: Db,
  principal: Principal,
  wanted: string | undefined,
  fallback: string,
): Promise<string> {
  const ownerId = wanted ?? fallback;
  if (ownerId === fallback && wanted === undefined) return ownerId;
  if (ownerId !== fallback && principal.role !== 'ADMIN') {
    throw new DomainError('FORBIDDEN', 'Only an admin may give a use case to somebody else.', [
      { path: 'ownerId', message: 'Only an admin may give a use case to somebody else.' },
    ]);
  }
  const owner = await tx.user.findFirst({
    where: { id: ownerId, disabledAt: null, role: { in: ['ADMIN', 'BUSINESS'] } },
    select: { id: true },
  });
  if (owner) return owner.id;
  const message = 'Choose an owner from the business side who is not locked out.';
  throw new DomainError('VALIDATION', message, [{ path: 'ownerId', message }]);
}
