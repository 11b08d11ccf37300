-- What an admin allows on a host beyond the default, and which of its ports no stack may take.
ALTER TABLE "DockerHost" ADD COLUMN     "allowance" JSONB NOT NULL DEFAULT '{}';
