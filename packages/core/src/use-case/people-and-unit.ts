import { DomainError, type Principal } from '@jalon/contracts';
import type { Db } from '@jalon/db';

/** Rows of a table that have one name, whatever its case. */
interface Named {
  /** By the name without its case, which is looked up as it is: no letter of it stands for others. */
  find: () => Promise<{ id: string }[]>;
  /** Does nothing when somebody else has made it meanwhile. */
  make: () => Promise<unknown>;
}

async function foundOrMade({ find, make }: Named): Promise<string> {
  const [known] = await find();
  if (known) return known.id;
  await make();
  const [made] = await find();
  if (!made) throw new Error('A name vanished within its own transaction');
  return made.id;
}

/**
 * The id of a business unit by its name, whatever the case; made when it is new, by one of two who name it at the same
 * time.
 */
export function businessUnitId(tx: Db, name: string): Promise<string> {
  return foundOrMade({
    find: () => tx.$queryRaw`
      SELECT id FROM "BusinessUnit" WHERE lower(name) = lower(${name}) ORDER BY name LIMIT 1`,
    make: () => tx.businessUnit.createMany({ data: [{ name }], skipDuplicates: true }),
  });
}

/** The same of an initiative. Null for an empty name. */
export async function initiativeId(tx: Db, name: string): Promise<string | null> {
  if (name === '') return null;
  return foundOrMade({
    find: () => tx.$queryRaw`
      SELECT id FROM "Initiative" WHERE lower(name) = lower(${name}) ORDER BY name LIMIT 1`,
    make: () => tx.initiative.createMany({ data: [{ name }], skipDuplicates: true }),
  });
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
