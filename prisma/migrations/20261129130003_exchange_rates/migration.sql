-- AlterTable
ALTER TABLE "ValueEstimate" ADD COLUMN     "rate" DECIMAL(18,8) NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "ExchangeRate" (
    "id" BIGSERIAL NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "rate" DECIMAL(18,8) NOT NULL,
    "authorId" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ExchangeRate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ExchangeRate_currency_day_id_idx" ON "ExchangeRate"("currency", "day", "id");

ALTER TABLE "ExchangeRate" ADD CONSTRAINT "ExchangeRate_positive" CHECK ("rate" > 0);
ALTER TABLE "ValueEstimate" ADD CONSTRAINT "ValueEstimate_rate_positive" CHECK ("rate" > 0);

CREATE TRIGGER exchange_rate_append_only BEFORE UPDATE OR DELETE ON "ExchangeRate"
  FOR EACH ROW EXECUTE FUNCTION jalon_refuse_change();
CREATE TRIGGER exchange_rate_no_truncate BEFORE TRUNCATE ON "ExchangeRate"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_refuse_change();

-- The figures that lists sort and add up are in the base currency, by the rate that the estimate keeps (0029, 0035). The
-- expected value is of the converted range, so that whoever works it out from what the list shows finds the same.
CREATE OR REPLACE FUNCTION jalon_keep_list_figures() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  low numeric := round(NEW.low * NEW.rate, 2);
  likely numeric := round(NEW.likely * NEW.rate, 2);
  high numeric := round(NEW.high * NEW.rate, 2);
BEGIN
  UPDATE "UseCase" u SET
    "estimateLow" = low, "estimateLikely" = likely, "estimateHigh" = high,
    "estimateExpected" = round((low + 4 * likely + high) / 6, 2),
    "estimateCurrency" = 'EUR', "estimateStart" = NEW."startDate",
    "estimateRampUp" = NEW."rampUpMonths", "estimatedAt" = NEW."createdAt"
  WHERE u.id = NEW."useCaseId" AND (
    u."estimatedAt" IS NULL OR u."estimatedAt" < NEW."createdAt" OR (
      u."estimatedAt" = NEW."createdAt" AND NOT EXISTS (
        SELECT 1 FROM "ValueEstimate" v
        WHERE v."useCaseId" = NEW."useCaseId" AND v."createdAt" = NEW."createdAt" AND v.id > NEW.id)));
  RETURN NULL;
END $$;
