-- What a text is looked for in, in small letters already: to make them so for ten thousand rows at each search was nearly all
-- that a search cost. The database keeps it; Prisma's schema does not name it, because nobody may write it.
ALTER TABLE "UseCase" ADD COLUMN "searchText" TEXT
  GENERATED ALWAYS AS (lower("title" || E'\n' || "problemStatement" || E'\n' || "expectedOutcome")) STORED;
