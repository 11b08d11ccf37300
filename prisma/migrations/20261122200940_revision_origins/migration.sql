-- CreateEnum
CREATE TYPE "DeploymentSource" AS ENUM ('FILE', 'ROLL_BACK', 'PROMOTION');

-- AlterTable
ALTER TABLE "StackRevision" ADD COLUMN     "promotedFromId" UUID;

-- AlterTable
ALTER TABLE "Deployment" ADD COLUMN     "source" "DeploymentSource" NOT NULL DEFAULT 'FILE';

-- AddForeignKey
ALTER TABLE "StackRevision" ADD CONSTRAINT "StackRevision_promotedFromId_fkey" FOREIGN KEY ("promotedFromId") REFERENCES "StackRevision"("id") ON DELETE NO ACTION ON UPDATE CASCADE;
