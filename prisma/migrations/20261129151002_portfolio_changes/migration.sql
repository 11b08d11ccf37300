-- CreateTable
CREATE TABLE "PortfolioChange" (
    "id" BIGSERIAL NOT NULL,
    "useCaseId" UUID,
    "changedIn" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PortfolioChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PortfolioChange_changedIn_idx" ON "PortfolioChange"("changedIn");

-- CreateIndex
CREATE INDEX "PortfolioChange_at_idx" ON "PortfolioChange"("at");

-- ── What the portfolio's figures depend on, and whose it is: docs/decisions/0038 ──
-- The log is for readers that come again within minutes; what is older than an hour goes, a little at a time, with those who write.
CREATE FUNCTION jalon_trim_portfolio_changes() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF random() > 0.01 THEN RETURN; END IF;
  DELETE FROM "PortfolioChange" WHERE "id" IN (
    SELECT "id" FROM "PortfolioChange" WHERE "at" < now() - interval '1 hour' LIMIT 20000 FOR UPDATE SKIP LOCKED);
END $$;

-- Notes the use cases of the rows that a statement touched. Arguments: the column that holds the use case's id, and how it is
-- reached from the row (t).
CREATE FUNCTION jalon_note_use_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'INSERT INTO "PortfolioChange" ("useCaseId", "changedIn")
     SELECT DISTINCT %s, pg_current_xact_id()::text::bigint FROM touched t %s', TG_ARGV[0], COALESCE(TG_ARGV[1], ''));
  PERFORM jalon_trim_portfolio_changes();
  RETURN NULL;
END $$;

DO $$
DECLARE
  watched record;
BEGIN
  FOR watched IN SELECT * FROM (VALUES
    ('UseCase', 't."id"', ''),
    ('Kpi', 't."useCaseId"', ''),
    ('KpiSample', 'k."useCaseId"', 'JOIN "Kpi" k ON k."id" = t."kpiId"'),
    ('StageStay', 't."useCaseId"', ''),
    ('ValueRealization', 't."useCaseId"', ''),
    ('ReviewRound', 't."useCaseId"', ''),
    ('ReviewAnswer', 'r."useCaseId"', 'JOIN "ReviewRound" r ON r."id" = t."roundId"'),
    ('ReviewWaiver', 'r."useCaseId"', 'JOIN "ReviewRound" r ON r."id" = t."roundId"'),
    ('ReviewApproval', 'r."useCaseId"', 'JOIN "ReviewRound" r ON r."id" = t."roundId"'),
    ('ReviewFeedback', 'r."useCaseId"', 'JOIN "ReviewRound" r ON r."id" = t."roundId"'),
    ('Project', 't."useCaseId"', ''),
    ('ModelVersion', 'p."useCaseId"', 'JOIN "Project" p ON p."id" = t."projectId"'),
    ('Environment', 'p."useCaseId"', 'JOIN "Project" p ON p."id" = t."projectId"')
  ) AS all_of (name, id, reached) LOOP
    EXECUTE format('CREATE TRIGGER portfolio_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS touched
      FOR EACH STATEMENT EXECUTE FUNCTION jalon_note_use_cases(%L, %L)', watched.name, watched.id, watched.reached);
    EXECUTE format('CREATE TRIGGER portfolio_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS touched
      FOR EACH STATEMENT EXECUTE FUNCTION jalon_note_use_cases(%L, %L)', watched.name, watched.id, watched.reached);
    -- What the worker writes to an environment many times a minute is no part of any figure.
    IF watched.name <> 'Environment' THEN
      EXECUTE format('CREATE TRIGGER portfolio_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS touched
        FOR EACH STATEMENT EXECUTE FUNCTION jalon_note_use_cases(%L, %L)', watched.name, watched.id, watched.reached);
    END IF;
  END LOOP;
END $$;

-- A row that hangs on an environment, where only a part of its changes counts.
CREATE FUNCTION jalon_note_environment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  environment uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD."environmentId" ELSE NEW."environmentId" END;
BEGIN
  INSERT INTO "PortfolioChange" ("useCaseId", "changedIn")
    SELECT p."useCaseId", pg_current_xact_id()::text::bigint
    FROM "Environment" e JOIN "Project" p ON p."id" = e."projectId" WHERE e."id" = environment;
  RETURN NULL;
END $$;
CREATE TRIGGER portfolio_service AFTER INSERT OR DELETE ON "ServiceState"
  FOR EACH ROW EXECUTE FUNCTION jalon_note_environment();
CREATE TRIGGER portfolio_service_state AFTER UPDATE ON "ServiceState"
  FOR EACH ROW WHEN (OLD."state" IS DISTINCT FROM NEW."state" OR OLD."health" IS DISTINCT FROM NEW."health")
  EXECUTE FUNCTION jalon_note_environment();
CREATE TRIGGER portfolio_deployment AFTER INSERT ON "Deployment"
  FOR EACH ROW WHEN (NEW."status" = 'SUCCEEDED') EXECUTE FUNCTION jalon_note_environment();
CREATE TRIGGER portfolio_deployment_state AFTER UPDATE ON "Deployment"
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status" OR OLD."finishedAt" IS DISTINCT FROM NEW."finishedAt")
  EXECUTE FUNCTION jalon_note_environment();
CREATE TRIGGER portfolio_run AFTER INSERT ON "Run"
  FOR EACH ROW WHEN (NEW."status" = 'SUCCEEDED') EXECUTE FUNCTION jalon_note_environment();
CREATE TRIGGER portfolio_run_state AFTER UPDATE ON "Run"
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status" OR OLD."finishedAt" IS DISTINCT FROM NEW."finishedAt")
  EXECUTE FUNCTION jalon_note_environment();

-- What stands in every entry: names and probabilities.
CREATE FUNCTION jalon_note_everything() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "PortfolioChange" ("useCaseId", "changedIn") VALUES (NULL, pg_current_xact_id()::text::bigint);
  RETURN NULL;
END $$;
CREATE TRIGGER portfolio_stage AFTER INSERT OR UPDATE OR DELETE ON "Stage"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_note_everything();
CREATE TRIGGER portfolio_unit AFTER UPDATE OF "name" ON "BusinessUnit"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_note_everything();
CREATE TRIGGER portfolio_person AFTER UPDATE OF "name" ON "User"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_note_everything();
