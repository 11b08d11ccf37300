-- What is append-only stays as it was written, whoever asks. The message is shown to nobody but a developer:
-- no use case tries.
CREATE FUNCTION jalon_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'JA001';
END $$;

CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION jalon_refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_refuse_change();

-- A use case that has been estimated or judged is retired, never deleted: the cascade from it meets these too.
CREATE TRIGGER value_estimate_append_only BEFORE UPDATE OR DELETE ON "ValueEstimate"
  FOR EACH ROW EXECUTE FUNCTION jalon_refuse_change();
CREATE TRIGGER value_estimate_no_truncate BEFORE TRUNCATE ON "ValueEstimate"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_refuse_change();
CREATE TRIGGER gate_review_append_only BEFORE UPDATE OR DELETE ON "GateReview"
  FOR EACH ROW EXECUTE FUNCTION jalon_refuse_change();
CREATE TRIGGER gate_review_no_truncate BEFORE TRUNCATE ON "GateReview"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_refuse_change();

-- A revision is what was deployed. Digests are added while images are built; one that is written stays.
-- It goes only with its project (the cascade is a trigger, hence the depth).
CREATE FUNCTION jalon_guard_stack_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'StackRevision is immutable: DELETE is refused' USING ERRCODE = 'JA001';
  END IF;
  IF to_jsonb(NEW) - 'imageDigests' IS DISTINCT FROM to_jsonb(OLD) - 'imageDigests' THEN
    RAISE EXCEPTION 'StackRevision is immutable: only imageDigests may be added to' USING ERRCODE = 'JA001';
  END IF;
  IF NOT NEW."imageDigests" @> OLD."imageDigests" THEN
    RAISE EXCEPTION 'StackRevision is immutable: a recorded digest stays' USING ERRCODE = 'JA001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stack_revision_immutable BEFORE UPDATE OR DELETE ON "StackRevision"
  FOR EACH ROW EXECUTE FUNCTION jalon_guard_stack_revision();

-- The five stages and how often a use case in each reaches production, until an admin says otherwise.
INSERT INTO "Stage" ("id", "key", "position", "nameEn", "nameFr", "reachProbability") VALUES
  (gen_random_uuid(), 'idea',             1, 'Idea',                  'Idée',                         0.10),
  (gen_random_uuid(), 'proof-of-concept', 2, 'Proof of concept',      'Preuve de concept',            0.25),
  (gen_random_uuid(), 'prototyping',      3, 'Prototyping',           'Prototypage',                  0.50),
  (gen_random_uuid(), 'packaging',        4, 'Packaging & preparing', 'Industrialisation',            0.80),
  (gen_random_uuid(), 'production',       5, 'Production',            'Production',                   1.00);

INSERT INTO "Setting" ("key", "value", "updatedAt") VALUES ('discountRate', '0.08', now());
