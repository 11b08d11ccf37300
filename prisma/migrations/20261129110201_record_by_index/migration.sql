-- The name of a table is of the type name, and a text compared with it is looked for row by row: as text, in the index.
CREATE OR REPLACE FUNCTION jalon_record_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  present jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  identity text := present ->> TG_ARGV[0];
  table_name text := TG_TABLE_NAME::text;
  last_time timestamptz;
BEGIN
  IF TG_OP = 'UPDATE' AND present - 'updatedAt' = to_jsonb(OLD) - 'updatedAt' THEN RETURN NULL; END IF;
  SELECT r."recordedAt" INTO last_time FROM "RecordedRow" r
    WHERE r."subject" = table_name AND r."subjectId" = identity ORDER BY r."recordedAt" DESC, r."id" DESC LIMIT 1;
  INSERT INTO "RecordedRow" ("subject", "subjectId", "recordedAt", "removed", "row")
    VALUES (table_name, identity, GREATEST(jalon_record_time(), last_time), TG_OP = 'DELETE', present);
  RETURN NULL;
END $$;

-- By the index on (useCaseId, since), whatever is known of the table's size.
CREATE OR REPLACE FUNCTION jalon_record_stay() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last_time timestamptz;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."stageId" = OLD."stageId" AND NEW."stageSince" = OLD."stageSince" THEN
    RETURN NULL;
  END IF;
  SELECT max(s."recordedAt") INTO last_time FROM "StageStay" s WHERE s."useCaseId" = NEW."id";
  INSERT INTO "StageStay" ("useCaseId", "stageId", "since", "recordedAt")
    VALUES (NEW."id", NEW."stageId", NEW."stageSince", GREATEST(jalon_record_time(), last_time));
  RETURN NULL;
END $$;
