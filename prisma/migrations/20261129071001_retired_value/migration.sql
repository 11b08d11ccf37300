-- AlterTable
ALTER TABLE "UseCase" ADD COLUMN     "frozenRealised" JSONB;
