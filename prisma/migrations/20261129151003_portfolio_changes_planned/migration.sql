-- The same notes as before. What every edit and every estimate touches has a statement that is planned once for each connection, and
-- not anew each time: an import of thousands of estimates comes here as often.
CREATE OR REPLACE FUNCTION jalon_note_use_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_ARGV[0] = 't."useCaseId"' THEN
    INSERT INTO "PortfolioChange" ("useCaseId", "changedIn")
      SELECT DISTINCT t."useCaseId", pg_current_xact_id()::text::bigint FROM touched t;
  ELSIF TG_ARGV[0] = 't."id"' THEN
    INSERT INTO "PortfolioChange" ("useCaseId", "changedIn")
      SELECT t."id", pg_current_xact_id()::text::bigint FROM touched t;
  ELSE
    EXECUTE format(
      'INSERT INTO "PortfolioChange" ("useCaseId", "changedIn")
       SELECT DISTINCT %s, pg_current_xact_id()::text::bigint FROM touched t %s', TG_ARGV[0], COALESCE(TG_ARGV[1], ''));
  END IF;
  PERFORM jalon_trim_portfolio_changes();
  RETURN NULL;
END $$;
