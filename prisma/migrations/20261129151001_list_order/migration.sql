-- The list is read in its usual order from an index, as a whole, of a stage, and of a cell of the matrix.
-- DropIndex
DROP INDEX "UseCase_stageId_estimateExpected_idx";

-- DropIndex
DROP INDEX "UseCase_stageId_idx";

-- CreateIndex
CREATE INDEX "UseCase_stageId_estimateExpected_number_idx" ON "UseCase"("stageId", "estimateExpected", "number");

-- CreateIndex
CREATE INDEX "UseCase_estimateExpected_number_idx" ON "UseCase"("estimateExpected", "number");

-- CreateIndex
CREATE INDEX "UseCase_feasibility_estimateExpected_number_idx" ON "UseCase"("feasibility", "estimateExpected", "number");
