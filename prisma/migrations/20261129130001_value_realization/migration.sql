-- CreateEnum
CREATE TYPE "RealizationVerdict" AS ENUM ('CONFIRMED', 'DISPUTED');

-- CreateTable
CREATE TABLE "ValueRealization" (
    "id" UUID NOT NULL,
    "useCaseId" UUID NOT NULL,
    "month" DATE NOT NULL,
    "revision" INTEGER NOT NULL,
    "verdict" "RealizationVerdict" NOT NULL,
    "computed" DECIMAL(18,2) NOT NULL,
    "confirmed" DECIMAL(18,2),
    "currency" CHAR(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID NOT NULL,
    "onBehalfOf" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ValueRealization_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ValueRealization_useCaseId_month_revision_key" ON "ValueRealization"("useCaseId", "month", "revision");

-- AddForeignKey
ALTER TABLE "ValueRealization" ADD CONSTRAINT "ValueRealization_useCaseId_fkey" FOREIGN KEY ("useCaseId") REFERENCES "UseCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An amount is of a confirmation and of nothing else; a month is named by its first day.
ALTER TABLE "ValueRealization" ADD CONSTRAINT "ValueRealization_amount"
  CHECK (("verdict" = 'CONFIRMED') = ("confirmed" IS NOT NULL));
ALTER TABLE "ValueRealization" ADD CONSTRAINT "ValueRealization_month"
  CHECK (EXTRACT(DAY FROM "month") = 1 AND "revision" >= 1);

CREATE TRIGGER value_realization_append_only BEFORE UPDATE OR DELETE ON "ValueRealization"
  FOR EACH ROW EXECUTE FUNCTION jalon_refuse_change();
CREATE TRIGGER value_realization_no_truncate BEFORE TRUNCATE ON "ValueRealization"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_refuse_change();
