-- A cause is a code with its values now; what was written as text stays readable.
ALTER TABLE "DeploymentStep" ALTER COLUMN "cause" DROP DEFAULT;
ALTER TABLE "DeploymentStep" ALTER COLUMN "cause" TYPE JSONB
    USING jsonb_build_object('code', 'RECORDED', 'text', "cause");
