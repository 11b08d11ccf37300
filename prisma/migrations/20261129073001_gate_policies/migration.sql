-- CreateEnum
CREATE TYPE "GatePolicyState" AS ENUM ('DRAFT', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "GateEnforcement" AS ENUM ('PREVENT', 'WARN');

-- CreateEnum
CREATE TYPE "ApprovalRole" AS ENUM ('BUSINESS', 'ENGINEERING', 'FINANCE');

-- CreateEnum
CREATE TYPE "ApprovalVerdict" AS ENUM ('APPROVED', 'OBJECTED');

-- CreateEnum
CREATE TYPE "FindingSeverity" AS ENUM ('LOW', 'MEDIUM', 'HIGH');

-- AlterTable
ALTER TABLE "GateReview" ADD COLUMN     "roundId" UUID;

-- CreateTable
CREATE TABLE "GatePolicy" (
    "id" UUID NOT NULL,
    "fromStageId" UUID NOT NULL,
    "toStageId" UUID NOT NULL,

    CONSTRAINT "GatePolicy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GatePolicyVersion" (
    "id" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "GatePolicyState" NOT NULL DEFAULT 'DRAFT',
    "enforcement" "GateEnforcement" NOT NULL DEFAULT 'PREVENT',
    "selfApproval" BOOLEAN NOT NULL DEFAULT false,
    "approvals" JSONB NOT NULL,
    "items" JSONB NOT NULL,
    "everyMonths" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "authorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "GatePolicyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewRound" (
    "id" UUID NOT NULL,
    "useCaseId" UUID NOT NULL,
    "policyVersionId" UUID NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "note" TEXT NOT NULL DEFAULT '',
    "open" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReviewRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewAnswer" (
    "roundId" UUID NOT NULL,
    "itemKey" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "authorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewAnswer_pkey" PRIMARY KEY ("roundId","itemKey")
);

-- CreateTable
CREATE TABLE "ReviewWaiver" (
    "roundId" UUID NOT NULL,
    "itemKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewWaiver_pkey" PRIMARY KEY ("roundId","itemKey")
);

-- CreateTable
CREATE TABLE "ReviewApproval" (
    "roundId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "ApprovalRole" NOT NULL,
    "verdict" "ApprovalVerdict" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "onBehalfOf" UUID,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewApproval_pkey" PRIMARY KEY ("roundId","userId")
);

-- CreateTable
CREATE TABLE "ReviewFeedback" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewFeedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" UUID NOT NULL,
    "useCaseId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "severity" "FindingSeverity" NOT NULL,
    "ownerId" UUID NOT NULL,
    "dueDate" DATE NOT NULL,
    "raisedById" UUID NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedById" UUID,
    "closedAt" TIMESTAMPTZ(3),
    "closingNote" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApproverGrant" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "ApprovalRole" NOT NULL,
    "lenderId" UUID,
    "until" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApproverGrant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "GatePolicy_fromStageId_toStageId_key" ON "GatePolicy"("fromStageId", "toStageId");

-- CreateIndex
CREATE UNIQUE INDEX "GatePolicyVersion_policyId_number_key" ON "GatePolicyVersion"("policyId", "number");

-- CreateIndex
CREATE INDEX "ReviewRound_useCaseId_requestedAt_idx" ON "ReviewRound"("useCaseId", "requestedAt");

-- CreateIndex
CREATE INDEX "ReviewFeedback_roundId_at_idx" ON "ReviewFeedback"("roundId", "at");

-- CreateIndex
CREATE INDEX "Finding_useCaseId_idx" ON "Finding"("useCaseId");

-- CreateIndex
CREATE INDEX "Finding_ownerId_closedAt_idx" ON "Finding"("ownerId", "closedAt");

-- CreateIndex
CREATE INDEX "ApproverGrant_userId_idx" ON "ApproverGrant"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "GateReview_roundId_key" ON "GateReview"("roundId");

-- AddForeignKey
ALTER TABLE "GateReview" ADD CONSTRAINT "GateReview_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ReviewRound"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GatePolicy" ADD CONSTRAINT "GatePolicy_fromStageId_fkey" FOREIGN KEY ("fromStageId") REFERENCES "Stage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GatePolicy" ADD CONSTRAINT "GatePolicy_toStageId_fkey" FOREIGN KEY ("toStageId") REFERENCES "Stage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GatePolicyVersion" ADD CONSTRAINT "GatePolicyVersion_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "GatePolicy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRound" ADD CONSTRAINT "ReviewRound_useCaseId_fkey" FOREIGN KEY ("useCaseId") REFERENCES "UseCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRound" ADD CONSTRAINT "ReviewRound_policyVersionId_fkey" FOREIGN KEY ("policyVersionId") REFERENCES "GatePolicyVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewAnswer" ADD CONSTRAINT "ReviewAnswer_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ReviewRound"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewWaiver" ADD CONSTRAINT "ReviewWaiver_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ReviewRound"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewApproval" ADD CONSTRAINT "ReviewApproval_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ReviewRound"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewFeedback" ADD CONSTRAINT "ReviewFeedback_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ReviewRound"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_useCaseId_fkey" FOREIGN KEY ("useCaseId") REFERENCES "UseCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ReviewRound"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One decision ends a round, and belongs to the round it names; what is published is not written again.
CREATE FUNCTION jalon_guard_gate_policy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'PUBLISHED' THEN
    RAISE EXCEPTION 'A published version of a gate policy is immutable: % is refused', TG_OP USING ERRCODE = 'JA001';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER gate_policy_version_immutable BEFORE UPDATE OR DELETE ON "GatePolicyVersion"
  FOR EACH ROW EXECUTE FUNCTION jalon_guard_gate_policy();
CREATE TRIGGER gate_policy_version_no_truncate BEFORE TRUNCATE ON "GatePolicyVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION jalon_refuse_change();

-- One draft of a policy, and one open round of a use case, at a time.
CREATE UNIQUE INDEX "GatePolicyVersion_one_draft" ON "GatePolicyVersion" ("policyId") WHERE "state" = 'DRAFT';
CREATE UNIQUE INDEX "ReviewRound_one_open" ON "ReviewRound" ("useCaseId") WHERE "open";

-- What the source document asks at each gate.
INSERT INTO "GatePolicy" ("id", "fromStageId", "toStageId")
  SELECT gen_random_uuid(), f."id", t."id" FROM "Stage" f JOIN "Stage" t
    ON t."position" = f."position" + 1 OR (f."key" = 'production' AND t."key" = 'production');

INSERT INTO "GatePolicyVersion" ("id", "policyId", "number", "state", "approvals", "items", "everyMonths", "publishedAt")
  SELECT gen_random_uuid(), p."id", 1, 'PUBLISHED',
    '[{"role": "BUSINESS", "count": 1}]'::jsonb,
    '[{"key": "need-written", "kind": "AUTOMATIC", "title": {"en": "The business need is written", "fr": "Le besoin métier est rédigé"}, "hint": null, "required": true, "check": "need-written"}, {"key": "outcome-written", "kind": "AUTOMATIC", "title": {"en": "The expected result is written", "fr": "Le résultat attendu est rédigé"}, "hint": null, "required": true, "check": "outcome-written"}, {"key": "benefit-type", "kind": "AUTOMATIC", "title": {"en": "The benefit is named", "fr": "Le bénéfice visé est nommé"}, "hint": null, "required": true, "check": "benefit-type"}, {"key": "ebitda-range", "kind": "AUTOMATIC", "title": {"en": "The EBITDA range is estimated", "fr": "La fourchette d’EBITDA est estimée"}, "hint": null, "required": true, "check": "ebitda-range"}, {"key": "owner", "kind": "AUTOMATIC", "title": {"en": "Somebody owns it", "fr": "Quelqu’un en est porteur"}, "hint": null, "required": true, "check": "owner"}]'::jsonb, NULL, now()
  FROM "GatePolicy" p JOIN "Stage" f ON f."id" = p."fromStageId" JOIN "Stage" t ON t."id" = p."toStageId"
  WHERE f."key" = 'idea' AND t."key" = 'proof-of-concept';

INSERT INTO "GatePolicyVersion" ("id", "policyId", "number", "state", "approvals", "items", "everyMonths", "publishedAt")
  SELECT gen_random_uuid(), p."id", 1, 'PUBLISHED',
    '[{"role": "BUSINESS", "count": 1}]'::jsonb,
    '[{"key": "model-with-metrics", "kind": "AUTOMATIC", "title": {"en": "A first model exists, with metrics", "fr": "Un premier modèle existe, avec ses mesures"}, "hint": null, "required": true, "check": "model-with-metrics"}, {"key": "data-qualified", "kind": "AUTOMATIC", "title": {"en": "The data is qualified", "fr": "Les données sont qualifiées"}, "hint": null, "required": true, "check": "data-qualified"}, {"key": "result-shown", "kind": "AUTOMATIC", "title": {"en": "The result is shown with data and values", "fr": "Le résultat est présenté avec données et valeurs"}, "hint": null, "required": true, "check": "result-shown"}, {"key": "estimate-renewed", "kind": "AUTOMATIC", "title": {"en": "The EBITDA was estimated again", "fr": "L’EBITDA a été réestimé"}, "hint": null, "required": true, "check": "estimate-renewed"}]'::jsonb, NULL, now()
  FROM "GatePolicy" p JOIN "Stage" f ON f."id" = p."fromStageId" JOIN "Stage" t ON t."id" = p."toStageId"
  WHERE f."key" = 'proof-of-concept' AND t."key" = 'prototyping';

INSERT INTO "GatePolicyVersion" ("id", "policyId", "number", "state", "approvals", "items", "everyMonths", "publishedAt")
  SELECT gen_random_uuid(), p."id", 1, 'PUBLISHED',
    '[{"role": "BUSINESS", "count": 1}, {"role": "ENGINEERING", "count": 1}]'::jsonb,
    '[{"key": "target-architecture", "kind": "AUTOMATIC", "title": {"en": "The target architecture is deployed", "fr": "L’architecture cible est déployée"}, "hint": null, "required": true, "check": "target-architecture"}, {"key": "sources-connected", "kind": "AUTOMATIC", "title": {"en": "The data sources are connected and tested", "fr": "Les sources de données sont connectées et testées"}, "hint": null, "required": true, "check": "sources-connected"}, {"key": "processing-automated", "kind": "AUTOMATIC", "title": {"en": "Processing and execution are automated", "fr": "Traitement et exécution sont automatisés"}, "hint": null, "required": true, "check": "processing-automated"}, {"key": "pipeline-scheduled", "kind": "AUTOMATIC", "title": {"en": "A scheduled pipeline has run", "fr": "Une chaîne planifiée a tourné"}, "hint": null, "required": true, "check": "pipeline-scheduled"}, {"key": "monitoring-targets", "kind": "AUTOMATIC", "title": {"en": "Monitoring has target values", "fr": "La surveillance a des valeurs cibles"}, "hint": null, "required": true, "check": "monitoring-targets"}, {"key": "signed-off-with-it", "kind": "FILE", "title": {"en": "Qualified with IT: two sign-offs", "fr": "Qualifié avec l’IT : deux validations"}, "hint": {"en": "Where the report of the functional and technical qualification is.", "fr": "Où se trouve le rapport de qualification fonctionnelle et technique."}, "required": true}]'::jsonb, NULL, now()
  FROM "GatePolicy" p JOIN "Stage" f ON f."id" = p."fromStageId" JOIN "Stage" t ON t."id" = p."toStageId"
  WHERE f."key" = 'prototyping' AND t."key" = 'packaging';

INSERT INTO "GatePolicyVersion" ("id", "policyId", "number", "state", "approvals", "items", "everyMonths", "publishedAt")
  SELECT gen_random_uuid(), p."id", 1, 'PUBLISHED',
    '[{"role": "BUSINESS", "count": 1}, {"role": "ENGINEERING", "count": 1}, {"role": "FINANCE", "count": 1}]'::jsonb,
    '[{"key": "languages-chosen", "kind": "TEXT", "title": {"en": "Languages are chosen", "fr": "Les langages sont choisis"}, "hint": {"en": "For acquisition, exploration and prediction.", "fr": "Pour l’acquisition, l’exploration et la prédiction."}, "required": true}, {"key": "infrastructure-chosen", "kind": "CHOICE", "title": {"en": "The infrastructure is chosen", "fr": "L’infrastructure est choisie"}, "hint": {"en": "Where it will run.", "fr": "Là où il tournera."}, "required": true, "choices": [{"value": "PUBLIC_CLOUD", "label": {"en": "Public cloud", "fr": "Cloud public"}}, {"value": "PRIVATE_CLOUD", "label": {"en": "Private cloud", "fr": "Cloud privé"}}, {"value": "HYBRID", "label": {"en": "Hybrid", "fr": "Hybride"}}, {"value": "ON_PREMISES", "label": {"en": "On premises", "fr": "Sur site"}}], "rule": "INFRASTRUCTURE"}, {"key": "data-classified", "kind": "CHOICE", "title": {"en": "The data is classified", "fr": "Les données sont classifiées"}, "hint": {"en": "It decides which hosts may hold the data.", "fr": "Elle décide des hôtes qui peuvent porter les données."}, "required": true, "choices": [{"value": "PUBLIC", "label": {"en": "Public", "fr": "Publique"}}, {"value": "INTERNAL", "label": {"en": "Internal", "fr": "Interne"}}, {"value": "CONFIDENTIAL", "label": {"en": "Confidential", "fr": "Confidentielle"}}, {"value": "RESTRICTED", "label": {"en": "Restricted", "fr": "Restreinte"}}], "rule": "DATA_CLASSIFICATION"}, {"key": "open-source-policy", "kind": "CHOICE", "title": {"en": "Open source is accepted or forbidden", "fr": "L’open source est accepté ou interdit"}, "hint": {"en": "Forbidden refuses what is under an open-source licence.", "fr": "Interdit refuse ce qui est sous licence open source."}, "required": true, "choices": [{"value": "ACCEPTED", "label": {"en": "Accepted", "fr": "Accepté"}}, {"value": "FORBIDDEN", "label": {"en": "Forbidden", "fr": "Interdit"}}], "rule": "OPEN_SOURCE"}, {"key": "code-versioned", "kind": "AUTOMATIC", "title": {"en": "Code is versioned", "fr": "Le code est versionné"}, "hint": null, "required": true, "check": "code-versioned"}, {"key": "deployment-option", "kind": "AUTOMATIC", "title": {"en": "A deployment option has proved itself", "fr": "Une option de déploiement a fait ses preuves"}, "hint": null, "required": true, "check": "deployment-option"}, {"key": "delivered-by-pipeline", "kind": "AUTOMATIC", "title": {"en": "Delivered by continuous integration", "fr": "Livré par intégration continue"}, "hint": null, "required": true, "check": "delivered-by-pipeline"}, {"key": "tests-reported", "kind": "FILE", "title": {"en": "Unit, acceptance and integration tests are reported", "fr": "Tests unitaires, d’acceptation et d’intégration fournis"}, "hint": {"en": "Where the reports are.", "fr": "Où se trouvent les rapports."}, "required": true}, {"key": "pipeline-monitored", "kind": "AUTOMATIC", "title": {"en": "The pipeline is monitored from extraction to exposure", "fr": "La chaîne est surveillée de l’extraction à l’exposition"}, "hint": null, "required": true, "check": "pipeline-monitored"}]'::jsonb, NULL, now()
  FROM "GatePolicy" p JOIN "Stage" f ON f."id" = p."fromStageId" JOIN "Stage" t ON t."id" = p."toStageId"
  WHERE f."key" = 'packaging' AND t."key" = 'production';

INSERT INTO "GatePolicyVersion" ("id", "policyId", "number", "state", "approvals", "items", "everyMonths", "publishedAt")
  SELECT gen_random_uuid(), p."id", 1, 'PUBLISHED',
    '[{"role": "BUSINESS", "count": 1}, {"role": "FINANCE", "count": 1}]'::jsonb,
    '[{"key": "estimate-renewed", "kind": "AUTOMATIC", "title": {"en": "The EBITDA was estimated again", "fr": "L’EBITDA a été réestimé"}, "hint": null, "required": true, "check": "estimate-renewed"}, {"key": "monitoring-targets", "kind": "AUTOMATIC", "title": {"en": "Monitoring has target values", "fr": "La surveillance a des valeurs cibles"}, "hint": null, "required": true, "check": "monitoring-targets"}, {"key": "pipeline-monitored", "kind": "AUTOMATIC", "title": {"en": "The pipeline is monitored from extraction to exposure", "fr": "La chaîne est surveillée de l’extraction à l’exposition"}, "hint": null, "required": true, "check": "pipeline-monitored"}, {"key": "still-needed", "kind": "TEXT", "title": {"en": "The business still uses it", "fr": "Le métier s’en sert toujours"}, "hint": {"en": "What is decided with its predictions today.", "fr": "Ce que ses prédictions font décider aujourd’hui."}, "required": true}]'::jsonb, 12, now()
  FROM "GatePolicy" p JOIN "Stage" f ON f."id" = p."fromStageId" JOIN "Stage" t ON t."id" = p."toStageId"
  WHERE f."key" = 'production' AND t."key" = 'production';
