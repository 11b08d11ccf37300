-- Several containers of one service: what the gateway shares requests out to, and how each of them is.
ALTER TABLE "Route" ADD COLUMN     "targetHosts" TEXT[] DEFAULT ARRAY[]::TEXT[];

ALTER TABLE "ServiceState" ADD COLUMN     "instances" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "replicas" INTEGER NOT NULL DEFAULT 1;
