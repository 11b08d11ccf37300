-- How what runs differs from what was deployed, and whether it is put back without being asked.
ALTER TABLE "Environment" ADD COLUMN "drift" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "Environment" ADD COLUMN "driftSince" TIMESTAMPTZ(3);
ALTER TABLE "Environment" ADD COLUMN "healsDrift" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Environment" ADD COLUMN "healedAt" TIMESTAMPTZ(3);
