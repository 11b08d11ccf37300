-- CreateTable
CREATE TABLE "UseCaseDraft" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "values" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UseCaseDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UseCaseDraft_userId_savedAt_idx" ON "UseCaseDraft"("userId", "savedAt");

-- AddForeignKey
ALTER TABLE "UseCaseDraft" ADD CONSTRAINT "UseCaseDraft_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
