-- CreateTable
CREATE TABLE "KpiToken" (
    "id" UUID NOT NULL,
    "useCaseId" UUID NOT NULL,
    "kpiId" UUID,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "KpiToken_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "KpiToken_tokenHash_key" ON "KpiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "KpiToken_useCaseId_idx" ON "KpiToken"("useCaseId");

-- AddForeignKey
ALTER TABLE "KpiToken" ADD CONSTRAINT "KpiToken_useCaseId_fkey" FOREIGN KEY ("useCaseId") REFERENCES "UseCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KpiToken" ADD CONSTRAINT "KpiToken_kpiId_fkey" FOREIGN KEY ("kpiId") REFERENCES "Kpi"("id") ON DELETE CASCADE ON UPDATE CASCADE;
