-- Variables of an installation, a use case, a project, an environment and one of its services. Those that are there are an
-- environment's, and their secrets are sealed for its id: it stays their owner.
CREATE TYPE "VariableScope" AS ENUM ('GLOBAL', 'USE_CASE', 'PROJECT', 'ENVIRONMENT', 'SERVICE');

DROP INDEX "Variable_environmentId_name_key";

ALTER TABLE "Variable" ADD COLUMN     "owner" TEXT,
ADD COLUMN     "projectId" UUID,
ADD COLUMN     "scope" "VariableScope" NOT NULL DEFAULT 'ENVIRONMENT',
ADD COLUMN     "service" TEXT,
ADD COLUMN     "useCaseId" UUID,
ALTER COLUMN "environmentId" DROP NOT NULL;

UPDATE "Variable" SET "owner" = "environmentId"::text;

ALTER TABLE "Variable" ALTER COLUMN "owner" SET NOT NULL;

CREATE INDEX "Variable_environmentId_idx" ON "Variable"("environmentId");

CREATE UNIQUE INDEX "Variable_owner_name_key" ON "Variable"("owner", "name");

ALTER TABLE "Variable" ADD CONSTRAINT "Variable_useCaseId_fkey" FOREIGN KEY ("useCaseId") REFERENCES "UseCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Variable" ADD CONSTRAINT "Variable_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A variable is of what its scope says, and of nothing else.
ALTER TABLE "Variable" ADD CONSTRAINT "Variable_owner_check" CHECK (
  CASE "scope"
    WHEN 'GLOBAL' THEN num_nonnulls("useCaseId", "projectId", "environmentId", "service") = 0 AND "owner" = 'global'
    WHEN 'USE_CASE' THEN num_nonnulls("projectId", "environmentId", "service") = 0 AND "owner" = 'use-case:' || "useCaseId"
    WHEN 'PROJECT' THEN num_nonnulls("useCaseId", "environmentId", "service") = 0 AND "owner" = 'project:' || "projectId"
    WHEN 'ENVIRONMENT' THEN num_nonnulls("useCaseId", "projectId", "service") = 0 AND "owner" = "environmentId"::text
    WHEN 'SERVICE' THEN num_nonnulls("useCaseId", "projectId") = 0 AND "owner" = 'service:' || "environmentId" || '/' || "service"
  END IS TRUE
);
