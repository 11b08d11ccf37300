-- The small text files beside a Compose file, path → text. A revision keeps them as it keeps the file itself: its guard
-- lets nothing but imageDigests change.
ALTER TABLE "Stack" ADD COLUMN     "files" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE "StackRevision" ADD COLUMN     "files" JSONB NOT NULL DEFAULT '{}';
