-- AlterTable
ALTER TABLE "Kpi" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "KpiSample" ADD COLUMN     "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "KpiSampleSuperseded" (
    "id" BIGSERIAL NOT NULL,
    "sampleId" BIGINT NOT NULL,
    "kpiId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "value" DECIMAL(18,6) NOT NULL,
    "source" "KpiSource" NOT NULL,
    "runId" UUID,
    "deploymentId" UUID,
    "createdById" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "supersededAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KpiSampleSuperseded_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecordedRow" (
    "id" BIGSERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "row" JSONB NOT NULL,

    CONSTRAINT "RecordedRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StageStay" (
    "id" BIGSERIAL NOT NULL,
    "useCaseId" UUID NOT NULL,
    "stageId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StageStay_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "KpiSampleSuperseded_kpiId_at_idx" ON "KpiSampleSuperseded"("kpiId", "at");

-- CreateIndex
CREATE INDEX "RecordedRow_subject_subjectId_recordedAt_id_idx" ON "RecordedRow"("subject", "subjectId", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "StageStay_stageId_useCaseId_idx" ON "StageStay"("stageId", "useCaseId");

-- CreateIndex
CREATE INDEX "StageStay_useCaseId_since_idx" ON "StageStay"("useCaseId", "since");

-- ── What is recorded from now on: docs/decisions/0031 ──
-- The moment that a change is recorded under: that of its transaction, cut to the millisecond so that it is never after
-- what a client calls now. The sample portfolio, while it is loaded, tells its own past; once it is there, nobody can.
CREATE FUNCTION jalon_record_time() RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
DECLARE
  told text := current_setting('jalon.recorded_at', true);
BEGIN
  IF told IS NULL OR told = '' THEN RETURN date_trunc('milliseconds', now()); END IF;
  IF EXISTS (SELECT FROM "Setting" WHERE "key" = 'sample.portfolio') THEN
    RAISE EXCEPTION 'The past is recorded already: jalon.recorded_at is refused' USING ERRCODE = 'JA001';
  END IF;
  RETURN date_trunc('milliseconds', told::timestamptz);
END $$;

-- Keeps a row as it is after a change. The argument names the column that identifies it. A change that waited for
-- another one's transaction is recorded no earlier than that one.
CREATE FUNCTION jalon_record_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  present jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  identity text := present ->> TG_ARGV[0];
BEGIN
  IF TG_OP = 'UPDATE' AND present - 'updatedAt' = to_jsonb(OLD) - 'updatedAt' THEN RETURN NULL; END IF;
  INSERT INTO "RecordedRow" ("subject", "subjectId", "recordedAt", "removed", "row")
  SELECT TG_TABLE_NAME, identity, GREATEST(jalon_record_time(), max(r."recordedAt")), TG_OP = 'DELETE', present
  FROM "RecordedRow" r WHERE r."subject" = TG_TABLE_NAME AND r."subjectId" = identity;
  RETURN NULL;
END $$;

CREATE TRIGGER use_case_recorded AFTER INSERT OR UPDATE OR DELETE ON "UseCase"
  FOR EACH ROW EXECUTE FUNCTION jalon_record_row('id');
CREATE TRIGGER kpi_recorded AFTER INSERT OR UPDATE OR DELETE ON "Kpi"
  FOR EACH ROW EXECUTE FUNCTION jalon_record_row('id');
CREATE TRIGGER stage_recorded AFTER INSERT OR UPDATE OR DELETE ON "Stage"
  FOR EACH ROW EXECUTE FUNCTION jalon_record_row('id');
CREATE TRIGGER business_unit_recorded AFTER INSERT OR UPDATE OR DELETE ON "BusinessUnit"
  FOR EACH ROW EXECUTE FUNCTION jalon_record_row('id');
-- Of the settings, those that figures depend on: another may hold what is nobody's business.
CREATE TRIGGER setting_recorded AFTER INSERT OR UPDATE ON "Setting"
  FOR EACH ROW WHEN (NEW."key" = 'discountRate') EXECUTE FUNCTION jalon_record_row('key');
CREATE TRIGGER setting_removal_recorded AFTER DELETE ON "Setting"
  FOR EACH ROW WHEN (OLD."key" = 'discountRate') EXECUTE FUNCTION jalon_record_row('key');

-- The stages that a use case went through.
CREATE FUNCTION jalon_record_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."stageId" = OLD."stageId" AND NEW."stageSince" = OLD."stageSince" THEN
    RETURN NULL;
  END IF;
  INSERT INTO "StageStay" ("useCaseId", "stageId", "since", "recordedAt")
  SELECT NEW."id", NEW."stageId", NEW."stageSince", GREATEST(jalon_record_time(), max(s."recordedAt"))
  FROM "StageStay" s WHERE s."useCaseId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER use_case_stay AFTER INSERT OR UPDATE OF "stageId", "stageSince" ON "UseCase"
  FOR EACH ROW EXECUTE FUNCTION jalon_record_stay();

-- A sample that is corrected or taken away is kept as it was, with the time for which it counted.
CREATE FUNCTION jalon_record_sample() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := jalon_record_time();
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW."recordedAt" := moment;
    RETURN NEW;
  END IF;
  moment := GREATEST(moment, OLD."recordedAt");
  IF TG_OP = 'UPDATE' THEN
    NEW."recordedAt" := OLD."recordedAt";
    IF NEW = OLD THEN RETURN NEW; END IF;
    NEW."recordedAt" := moment;
  END IF;
  INSERT INTO "KpiSampleSuperseded" ("sampleId", "kpiId", "at", "value", "source", "runId", "deploymentId",
    "createdById", "recordedAt", "supersededAt")
  VALUES (OLD."id", OLD."kpiId", OLD."at", OLD."value", OLD."source", OLD."runId", OLD."deploymentId",
    OLD."createdById", OLD."recordedAt", moment);
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- ── What is recorded of the past: as much of it as was kept ──
-- Stages, units and the discount rate: nothing else is known than what they are.
INSERT INTO "RecordedRow" ("subject", "subjectId", "recordedAt", "row")
  SELECT 'Stage', s."id"::text, to_timestamp(0), to_jsonb(s) FROM "Stage" s
  UNION ALL SELECT 'BusinessUnit', b."id"::text, to_timestamp(0), to_jsonb(b) FROM "BusinessUnit" b
  UNION ALL SELECT 'Setting', s."key", to_timestamp(0), to_jsonb(s) FROM "Setting" s WHERE s."key" = 'discountRate';

-- The present row, and backwards from it what its decisions and its edits said they changed; beside each the figures of
-- the estimate that was the newest then.
CREATE TEMPORARY TABLE jalon_past (n serial, "subject" text, "subjectId" text, "at" timestamptz, "row" jsonb);
DO $$
DECLARE
  u "UseCase"%ROWTYPE;
  k "Kpi"%ROWTYPE;
  e record;
  present jsonb;
  field text;
BEGIN
  FOR u IN SELECT * FROM "UseCase" LOOP
    present := to_jsonb(u);
    FOR e IN
      SELECT v."createdAt" AS at, 1 AS kind, NULL::jsonb AS changed, NULL::jsonb AS undo
        FROM "ValueEstimate" v WHERE v."useCaseId" = u."id"
      UNION ALL
      SELECT g."decidedAt", 2, NULL, CASE WHEN g."fromStageId" <> g."toStageId" THEN
          jsonb_build_object('stageId', g."fromStageId", 'stageSince', COALESCE((
            SELECT max(b."decidedAt") FROM "GateReview" b WHERE b."useCaseId" = u."id"
              AND b."fromStageId" <> b."toStageId" AND b."decidedAt" < g."decidedAt"), u."createdAt"))
          ELSE '{}' END
        || CASE WHEN g."decision" IN ('HOLD', 'NO_GO') THEN '{"status": "ACTIVE"}' ELSE '{}' END::jsonb
        FROM "GateReview" g WHERE g."useCaseId" = u."id"
      UNION ALL
      SELECT a."at", 3, a."data" -> 'changed', NULL FROM "AuditEvent" a
        WHERE a."subjectType" = 'use-case' AND a."subjectId" = u."id"::text AND a."action" IN ('use-case.updated',
          'use-case.held', 'use-case.rejected', 'use-case.retired', 'use-case.restored')
          AND jsonb_typeof(a."data" -> 'changed') = 'object'
      ORDER BY 1 DESC, 2 DESC
    LOOP
      INSERT INTO jalon_past ("subject", "subjectId", "at", "row")
        VALUES ('UseCase', u."id"::text, GREATEST(e.at, u."createdAt"), present);
      present := present || COALESCE(e.undo, '{}');
      FOR field IN SELECT jsonb_object_keys(COALESCE(e.changed, '{}')) LOOP
        IF field = 'businessUnit' THEN
          present := present || COALESCE((SELECT jsonb_build_object('businessUnitId', b."id") FROM "BusinessUnit" b
            WHERE b."name" = e.changed -> field ->> 'from'), '{}');
        ELSIF present ? field AND e.changed -> field ? 'from' THEN
          present := present || jsonb_build_object(field, e.changed -> field -> 'from');
        END IF;
        IF field = 'status' THEN present := present || '{"frozenRealised": null}'; END IF;
      END LOOP;
    END LOOP;
    INSERT INTO jalon_past ("subject", "subjectId", "at", "row")
      VALUES ('UseCase', u."id"::text, u."createdAt", present);
  END LOOP;
  UPDATE jalon_past p SET "row" = p."row" || jsonb_build_object(
      'estimateLow', v.low, 'estimateLikely', v.likely, 'estimateHigh', v.high,
      'estimateExpected', round((v.low + 4 * v.likely + v.high) / 6, 2), 'estimateCurrency', v.currency,
      'estimateStart', v."startDate", 'estimateRampUp', v."rampUpMonths", 'estimatedAt', v."createdAt")
    FROM jalon_past q LEFT JOIN LATERAL (
      SELECT * FROM "ValueEstimate" w WHERE w."useCaseId"::text = q."subjectId" AND w."createdAt" <= q."at"
      ORDER BY w."createdAt" DESC, w.id DESC LIMIT 1) v ON true
    WHERE q.n = p.n;
  FOR k IN SELECT * FROM "Kpi" LOOP
    present := to_jsonb(k);
    FOR e IN
      SELECT a."at", a."data" FROM "AuditEvent" a
      WHERE a."subjectType" = 'use-case' AND a."subjectId" = k."useCaseId"::text
        AND a."action" IN ('kpi.created', 'kpi.updated') AND a."data" ->> 'kpiId' = k."id"::text
      ORDER BY a."id" DESC
    LOOP
      FOREACH field IN ARRAY ARRAY['name', 'baseline', 'target', 'unit', 'valuePerUnit', 'attribution'] LOOP
        IF e.data ? field THEN present := present || jsonb_build_object(field, e.data -> field); END IF;
      END LOOP;
      INSERT INTO jalon_past ("subject", "subjectId", "at", "row")
        VALUES ('Kpi', k."id"::text, GREATEST(e.at, k."createdAt"), present);
    END LOOP;
    INSERT INTO jalon_past ("subject", "subjectId", "at", "row") VALUES ('Kpi', k."id"::text, k."createdAt", present);
  END LOOP;
END $$;
INSERT INTO "RecordedRow" ("subject", "subjectId", "recordedAt", "row")
  SELECT "subject", "subjectId", date_trunc('milliseconds', "at"), "row" FROM jalon_past
  ORDER BY "subject", "subjectId", "at", n DESC;
DROP TABLE jalon_past;

INSERT INTO "StageStay" ("useCaseId", "stageId", "since", "recordedAt")
  SELECT "subjectId"::uuid, stage, since, "recordedAt" FROM (
    SELECT r.*, (r."row" ->> 'stageId')::uuid AS stage, (r."row" ->> 'stageSince')::timestamptz AS since,
      lag(r."row" ->> 'stageId') OVER w AS stage_before, lag(r."row" ->> 'stageSince') OVER w AS since_before
    FROM "RecordedRow" r WHERE r."subject" = 'UseCase'
    WINDOW w AS (PARTITION BY r."subjectId" ORDER BY r."recordedAt", r."id")) s
  WHERE stage_before IS NULL OR stage_before <> stage::text OR since_before::timestamptz <> since
  ORDER BY "recordedAt", "id";

-- When a sample was learned: from the audit log where it was entered by hand, from the run that measured it; else it is
-- taken to have been known at once.
UPDATE "KpiSample" x SET "recordedAt" = GREATEST(x."at", COALESCE(
  (SELECT min(a."at") FROM "AuditEvent" a, "Kpi" k WHERE k."id" = x."kpiId" AND a."subjectType" = 'use-case'
    AND a."subjectId" = k."useCaseId"::text AND a."action" = 'kpi.measured' AND a."data" ->> 'kpiId' = k."id"::text
    AND (a."data" ->> 'at')::timestamptz = x."at" AND x."source" = 'MANUAL'),
  (SELECT r."finishedAt" FROM "Run" r WHERE r."id" = x."runId"), x."at"));

CREATE TRIGGER kpi_sample_recorded BEFORE INSERT OR UPDATE OR DELETE ON "KpiSample"
  FOR EACH ROW EXECUTE FUNCTION jalon_record_sample();

-- ── Append-only: a row comes from a trigger (hence the depth), and stays ──
CREATE FUNCTION jalon_guard_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% is written by triggers alone and append-only: % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'JA001';
END $$;
CREATE TRIGGER recorded_row_guard BEFORE INSERT OR UPDATE OR DELETE ON "RecordedRow"
  FOR EACH ROW EXECUTE FUNCTION jalon_guard_record();
CREATE TRIGGER recorded_row_no_truncate BEFORE TRUNCATE ON "RecordedRow"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_refuse_change();
CREATE TRIGGER stage_stay_guard BEFORE INSERT OR UPDATE OR DELETE ON "StageStay"
  FOR EACH ROW EXECUTE FUNCTION jalon_guard_record();
CREATE TRIGGER stage_stay_no_truncate BEFORE TRUNCATE ON "StageStay"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_refuse_change();
CREATE TRIGGER kpi_sample_superseded_guard BEFORE INSERT OR UPDATE OR DELETE ON "KpiSampleSuperseded"
  FOR EACH ROW EXECUTE FUNCTION jalon_guard_record();
CREATE TRIGGER kpi_sample_superseded_no_truncate BEFORE TRUNCATE ON "KpiSampleSuperseded"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_refuse_change();

-- ── As it was recorded at a moment: tables of the same shape as the present ones ──
CREATE FUNCTION jalon_rows_at(subject text, moment timestamptz) RETURNS SETOF jsonb LANGUAGE sql STABLE AS $$
  SELECT newest."row" FROM (
    SELECT DISTINCT ON (r."subjectId") r."row", r."removed" FROM "RecordedRow" r
    WHERE r."subject" = $1 AND r."recordedAt" <= $2
    ORDER BY r."subjectId" DESC, r."recordedAt" DESC, r."id" DESC) newest
  WHERE NOT newest."removed"
$$;
CREATE FUNCTION jalon_use_cases_at(moment timestamptz) RETURNS SETOF "UseCase" LANGUAGE sql STABLE AS $$
  SELECT t.* FROM jalon_rows_at('UseCase', $1) r, jsonb_populate_record(NULL::"UseCase", r) t
$$;
CREATE FUNCTION jalon_kpis_at(moment timestamptz) RETURNS SETOF "Kpi" LANGUAGE sql STABLE AS $$
  SELECT t.* FROM jalon_rows_at('Kpi', $1) r, jsonb_populate_record(NULL::"Kpi", r) t
$$;
CREATE FUNCTION jalon_stages_at(moment timestamptz) RETURNS SETOF "Stage" LANGUAGE sql STABLE AS $$
  SELECT t.* FROM jalon_rows_at('Stage', $1) r, jsonb_populate_record(NULL::"Stage", r) t
$$;
CREATE FUNCTION jalon_business_units_at(moment timestamptz) RETURNS SETOF "BusinessUnit" LANGUAGE sql STABLE AS $$
  SELECT t.* FROM jalon_rows_at('BusinessUnit', $1) r, jsonb_populate_record(NULL::"BusinessUnit", r) t
$$;
CREATE FUNCTION jalon_settings_at(moment timestamptz) RETURNS SETOF "Setting" LANGUAGE sql STABLE AS $$
  SELECT t.* FROM jalon_rows_at('Setting', $1) r, jsonb_populate_record(NULL::"Setting", r) t
$$;
