-- A container that was ended for memory, and since when a service is in trouble.
ALTER TABLE "ServiceState" ADD COLUMN "oomKilled" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "ServiceState" ADD COLUMN "troubleSince" TIMESTAMPTZ(3);
