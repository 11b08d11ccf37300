-- AlterTable
ALTER TABLE "UseCase" ADD COLUMN     "estimateCurrency" CHAR(3),
ADD COLUMN     "estimateExpected" DECIMAL(18,2),
ADD COLUMN     "estimateHigh" DECIMAL(18,2),
ADD COLUMN     "estimateLikely" DECIMAL(18,2),
ADD COLUMN     "estimateLow" DECIMAL(18,2),
ADD COLUMN     "estimateRampUp" INTEGER,
ADD COLUMN     "estimateStart" DATE,
ADD COLUMN     "estimatedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "UseCase_stageId_estimateExpected_idx" ON "UseCase"("stageId", "estimateExpected");

-- CreateIndex
CREATE INDEX "UseCase_status_updatedAt_idx" ON "UseCase"("status", "updatedAt");

-- The figures of the newest estimate stand beside the use case, so that a list sorts and filters by them without
-- looking at every estimate: docs/decisions/0029. The newest is the one of the latest createdAt, then of the
-- greatest id, whatever the order in which they were written.
CREATE FUNCTION jalon_keep_list_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "UseCase" u SET
    "estimateLow" = NEW.low, "estimateLikely" = NEW.likely, "estimateHigh" = NEW.high,
    "estimateExpected" = round((NEW.low + 4 * NEW.likely + NEW.high) / 6, 2),
    "estimateCurrency" = NEW.currency, "estimateStart" = NEW."startDate",
    "estimateRampUp" = NEW."rampUpMonths", "estimatedAt" = NEW."createdAt"
  WHERE u.id = NEW."useCaseId" AND (
    u."estimatedAt" IS NULL OR u."estimatedAt" < NEW."createdAt" OR (
      u."estimatedAt" = NEW."createdAt" AND NOT EXISTS (
        SELECT 1 FROM "ValueEstimate" v
        WHERE v."useCaseId" = NEW."useCaseId" AND v."createdAt" = NEW."createdAt" AND v.id > NEW.id)));
  RETURN NULL;
END $$;

CREATE TRIGGER value_estimate_list_figures AFTER INSERT ON "ValueEstimate"
  FOR EACH ROW EXECUTE FUNCTION jalon_keep_list_figures();

UPDATE "UseCase" u SET
  "estimateLow" = e.low, "estimateLikely" = e.likely, "estimateHigh" = e.high,
  "estimateExpected" = round((e.low + 4 * e.likely + e.high) / 6, 2),
  "estimateCurrency" = e.currency, "estimateStart" = e."startDate",
  "estimateRampUp" = e."rampUpMonths", "estimatedAt" = e."createdAt"
FROM (
  SELECT DISTINCT ON ("useCaseId") * FROM "ValueEstimate" ORDER BY "useCaseId", "createdAt" DESC, id DESC
) e WHERE e."useCaseId" = u.id;
