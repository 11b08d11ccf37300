-- AlterTable
ALTER TABLE "UseCase" ADD COLUMN     "contributorIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- Who contributes stands in the use case's row: docs/decisions/0041. An array has no foreign key: this is it.
CREATE FUNCTION jalon_guard_contributors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(NEW."contributorIds") > 0 AND EXISTS (
    SELECT FROM unnest(NEW."contributorIds") AS person(id)
    WHERE NOT EXISTS (SELECT FROM "User" u WHERE u."id" = person.id))
  THEN
    RAISE EXCEPTION 'A contributor is not a person of this installation' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER use_case_contributors BEFORE INSERT OR UPDATE OF "contributorIds" ON "UseCase"
  FOR EACH ROW EXECUTE FUNCTION jalon_guard_contributors();
