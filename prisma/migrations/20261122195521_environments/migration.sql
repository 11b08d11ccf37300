-- DropForeignKey
ALTER TABLE "ModelVersion" DROP CONSTRAINT "ModelVersion_runId_fkey";

-- AlterTable
ALTER TABLE "StackRevision" ADD COLUMN     "environmentId" UUID,
ADD COLUMN     "environmentSlug" TEXT NOT NULL DEFAULT '';

-- Revisions of before belong to the environment that they were first deployed to. The guard lets nothing but digests
-- be written to a revision, so it stands aside for this one statement.
ALTER TABLE "StackRevision" DISABLE TRIGGER stack_revision_immutable;
UPDATE "StackRevision" r SET "environmentId" = first.id, "environmentSlug" = first.slug
FROM (
  SELECT DISTINCT ON (d."revisionId") d."revisionId", e.id, e.slug
  FROM "Deployment" d JOIN "Environment" e ON e.id = d."environmentId"
  WHERE d."revisionId" IS NOT NULL
  ORDER BY d."revisionId", d."queuedAt"
) first
WHERE first."revisionId" = r.id;
ALTER TABLE "StackRevision" ENABLE TRIGGER stack_revision_immutable;

-- AlterTable
ALTER TABLE "ModelVersion" ALTER COLUMN "runId" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "StackRevision_environmentId_idx" ON "StackRevision"("environmentId");

-- AddForeignKey
ALTER TABLE "ModelVersion" ADD CONSTRAINT "ModelVersion_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run"("id") ON DELETE SET NULL ON UPDATE CASCADE;
