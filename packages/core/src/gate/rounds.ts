import type { ApprovalRole, ApprovalVerdict } from '@jalon/contracts';
import { type Db, Prisma, readRows } from '@jalon/db';

export interface RoundAnswer {
  itemKey: string;
  value: string;
  label: string;
  by: string;
  at: Date;
}

export interface RoundVerdict {
  userId: string;
  role: ApprovalRole;
  verdict: ApprovalVerdict;
  comment: string;
  onBehalfOf: string | null;
  by: string;
  lender: string | null;
  revision: number;
  at: Date;
}

/** A review under way, with names in place of ids. */
export interface Round {
  id: string;
  useCaseId: string;
  policyVersionId: string;
  requestedBy: string;
  requestedAt: Date;
  note: string;
  revision: number;
  answers: RoundAnswer[];
  waivers: { itemKey: string; reason: string; by: string; at: Date }[];
  verdicts: RoundVerdict[];
  feedback: { by: string; text: string; at: Date }[];
}

const WITH_PARTS = {
  answers: true,
  waivers: true,
  approvals: { orderBy: { at: 'asc' } },
  feedback: { orderBy: { at: 'asc' } },
} as const;

/** The open rounds of these use cases, by use case id; those without one are left out. */
export async function findOpenRounds(db: Db, useCaseIds: readonly string[]): Promise<Map<string, Round>> {
  const open = await readRows<{ id: string }>(
    db,
    Prisma.sql`
    SELECT id FROM "ReviewRound" WHERE "useCaseId" = ANY(${[...useCaseIds]}::uuid[]) AND open`,
  );
  // Prisma would ask for the parts of none as well.
  if (open.length === 0) return new Map();
  const rows = await db.reviewRound.findMany({
    where: { id: { in: open.map(({ id }) => id) } },
    include: WITH_PARTS,
  });
  const ids = rows.flatMap((row) => [
    row.requestedById,
    ...row.answers.map((answer) => answer.authorId),
    ...row.waivers.map((waiver) => waiver.byId),
    ...row.approvals.flatMap(({ userId, onBehalfOf }) => (onBehalfOf ? [userId, onBehalfOf] : [userId])),
    ...row.feedback.map((entry) => entry.authorId),
  ]);
  const nameOf = await namesOf(db, ids);
  return new Map(
    rows.map((row) => [
      row.useCaseId,
      {
        id: row.id,
        useCaseId: row.useCaseId,
        policyVersionId: row.policyVersionId,
        requestedBy: nameOf(row.requestedById),
        requestedAt: row.requestedAt,
        note: row.note,
        revision: row.revision,
        answers: row.answers.map(({ authorId, roundId: _, ...answer }) => ({
          ...answer,
          by: nameOf(authorId),
        })),
        waivers: row.waivers.map(({ byId, roundId: _, ...waiver }) => ({ ...waiver, by: nameOf(byId) })),
        verdicts: row.approvals.map(({ roundId: _, ...verdict }) => ({
          ...verdict,
          by: nameOf(verdict.userId),
          lender: verdict.onBehalfOf ? nameOf(verdict.onBehalfOf) : null,
        })),
        feedback: row.feedback.map(({ authorId, text, at }) => ({ by: nameOf(authorId), text, at })),
      },
    ]),
  );
}

/** Names of people by id; an unknown one has none. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<(id: string) => string> {
  if (ids.length === 0) return () => '';
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return (id) => names.get(id) ?? '';
}
