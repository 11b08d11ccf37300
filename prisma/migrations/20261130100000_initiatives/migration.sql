-- AlterTable
ALTER TABLE "UseCase" ADD COLUMN     "initiativeId" UUID;

-- CreateTable
CREATE TABLE "Initiative" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Initiative_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Initiative_name_key" ON "Initiative"("name");

-- CreateIndex
CREATE INDEX "UseCase_initiativeId_idx" ON "UseCase"("initiativeId");

-- AddForeignKey
ALTER TABLE "UseCase" ADD CONSTRAINT "UseCase_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The past reads right without more: rows are recorded whole, and jalon_use_cases_at gives them back in the present shape
-- (docs/decisions/0031). The name stands in every entry of the portfolio's book: docs/decisions/0038.
CREATE TRIGGER portfolio_initiative AFTER UPDATE OF "name" ON "Initiative"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_note_everything();
