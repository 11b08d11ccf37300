import { type Db, Prisma, readRows } from '@jalon/db';

/** What was assumed at a moment. */
export interface Assumptions {
  /** Yearly, as a decimal string. */
  discountRate: string | null;
  /** Stage id → probability (0 to 1) of reaching production. */
  reach: ReadonlyMap<string, string>;
}

interface Row {
  subject: string;
  subjectId: string;
  recordedAt: Date;
  value: string | null;
}

/** The discount rate and the probabilities of the stages, as they were recorded at any moment; one query. */
export async function loadAssumptions(db: Db): Promise<(moment: Date) => Assumptions> {
  const rows = await readRows<Row>(
    db,
    Prisma.sql`
    SELECT subject, "subjectId", "recordedAt",
      CASE WHEN subject = 'Stage' THEN trim_scale((row ->> 'reachProbability')::numeric)::text ELSE row ->> 'value' END
        AS value
    FROM "RecordedRow" WHERE subject = 'Stage' OR (subject = 'Setting' AND "subjectId" = 'discountRate')
    ORDER BY id`,
  );
  return (moment) => {
    const then = rows.filter((row) => row.recordedAt <= moment && row.value !== null);
    const rate = then.filter((row) => row.subject === 'Setting').at(-1);
    const stages = then.filter((row) => row.subject === 'Stage');
    return {
      discountRate: rate?.value ?? null,
      reach: new Map(stages.map((row) => [row.subjectId, row.value ?? '0'])),
    };
  };
}
