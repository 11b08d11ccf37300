-- CreateEnum
CREATE TYPE "Infrastructure" AS ENUM ('PUBLIC_CLOUD', 'PRIVATE_CLOUD', 'HYBRID', 'ON_PREMISES');

-- CreateEnum
CREATE TYPE "DataClassification" AS ENUM ('PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED');

-- AlterTable
ALTER TABLE "DockerHost" ADD COLUMN     "infrastructure" "Infrastructure",
ADD COLUMN     "maxClassification" "DataClassification" NOT NULL DEFAULT 'RESTRICTED';
