-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "hash" TEXT,
ADD COLUMN     "previousHash" TEXT,
ADD COLUMN     "sequence" BIGINT;

-- CreateTable
CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "sequence" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_sequence_key" ON "AuditEvent"("sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_idx" ON "AuditEvent"("actorId");

-- CreateIndex
CREATE INDEX "AuditEvent_action_idx" ON "AuditEvent"("action");

-- ── The chain ──
-- One value of the canonical text: its length in bytes, a colon, the value; a dash for nothing. No two different rows
-- have the same text.
CREATE FUNCTION jalon_audit_field(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN value IS NULL THEN '-;' ELSE octet_length(value) || ':' || value || ';' END
$$;

-- packages/db/src/audit-chain/chain-row.ts computes the same without the database.
CREATE FUNCTION jalon_audit_hash(e "AuditEvent") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    'jalon-audit-1;' ||
    jalon_audit_field(e."sequence"::text) || jalon_audit_field(e."previousHash") || jalon_audit_field(e."id"::text) ||
    jalon_audit_field(to_char(e."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')) ||
    jalon_audit_field(e."actorId"::text) || jalon_audit_field(e."actorName") || jalon_audit_field(e."action") ||
    jalon_audit_field(e."subjectType") || jalon_audit_field(e."subjectId") || jalon_audit_field(e."projectId"::text) ||
    jalon_audit_field(e."data"::text), 'UTF8')), 'hex')
$$;

INSERT INTO "AuditHead" ("id", "sequence", "hash") VALUES (1, 0, repeat('0', 64));

-- Puts one event at the end of the chain. It runs when the transaction commits: the lock is held for that long only,
-- however long the transaction was. Nothing is waited for under it.
CREATE FUNCTION jalon_chain_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "AuditHead"%ROWTYPE;
  event "AuditEvent"%ROWTYPE;
BEGIN
  PERFORM pg_advisory_xact_lock(20402, 1);
  SELECT * INTO STRICT head FROM "AuditHead" WHERE "id" = 1;
  SELECT * INTO STRICT event FROM "AuditEvent" WHERE "id" = NEW."id";
  event."sequence" := head."sequence" + 1;
  event."previousHash" := head."hash";
  event."hash" := jalon_audit_hash(event);
  UPDATE "AuditEvent" SET "sequence" = event."sequence", "previousHash" = event."previousHash", "hash" = event."hash"
    WHERE "id" = NEW."id";
  UPDATE "AuditHead" SET "sequence" = event."sequence", "hash" = event."hash" WHERE "id" = 1;
  RETURN NULL;
END $$;

-- What was recorded before there was a chain, in its order.
DROP TRIGGER audit_event_append_only ON "AuditEvent";
DO $$
DECLARE
  event "AuditEvent"%ROWTYPE;
  place bigint := 0;
  before text := repeat('0', 64);
BEGIN
  FOR event IN SELECT * FROM "AuditEvent" ORDER BY "id" LOOP
    place := place + 1;
    event."sequence" := place;
    event."previousHash" := before;
    before := jalon_audit_hash(event);
    UPDATE "AuditEvent" SET "sequence" = place, "previousHash" = event."previousHash", "hash" = before
      WHERE "id" = event."id";
  END LOOP;
  UPDATE "AuditHead" SET "sequence" = place, "hash" = before WHERE "id" = 1;
END $$;

-- An event is inserted without a place, and gets it once, from the trigger above (hence the depth); else it stays as
-- it was written.
CREATE FUNCTION jalon_guard_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  chain text[] := ARRAY['sequence', 'previousHash', 'hash'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."sequence" IS NULL AND NEW."previousHash" IS NULL AND NEW."hash" IS NULL THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'AuditEvent is chained by its trigger: a place of its own is refused' USING ERRCODE = 'JA001';
  END IF;
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 AND OLD."hash" IS NULL
     AND to_jsonb(NEW) - chain = to_jsonb(OLD) - chain THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'AuditEvent is append-only: % is refused', TG_OP USING ERRCODE = 'JA001';
END $$;
CREATE TRIGGER audit_event_append_only BEFORE INSERT OR UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION jalon_guard_audit_event();

CREATE CONSTRAINT TRIGGER audit_event_chain AFTER INSERT ON "AuditEvent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION jalon_chain_audit_event();

CREATE FUNCTION jalon_guard_audit_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 AND NEW."sequence" = OLD."sequence" + 1 THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'AuditHead is written by the audit chain alone: % is refused', TG_OP USING ERRCODE = 'JA001';
END $$;
CREATE TRIGGER audit_head_guard BEFORE INSERT OR UPDATE OR DELETE ON "AuditHead"
  FOR EACH ROW EXECUTE FUNCTION jalon_guard_audit_head();
CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON "AuditHead"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_refuse_change();
