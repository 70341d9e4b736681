-- Steps are counted as far as anybody can press, and that both have read what the other guessed is kept.
ALTER TABLE "reviews" ADD COLUMN "guessed" BOOLEAN NOT NULL DEFAULT false,
  ALTER COLUMN "turn" SET DATA TYPE INTEGER;

-- Where both have answered by now, both have read it.
UPDATE "reviews" r SET "guessed" = true
WHERE (SELECT count(*) FROM "gap_answers" g WHERE (g."couple_id", g."review_id") = (r."couple_id", r."id")) = 2;

-- One's own answer is found without passing the other's.
ALTER TABLE "gap_answers" DROP CONSTRAINT "gap_answers_pkey",
  ADD CONSTRAINT "gap_answers_pkey" PRIMARY KEY ("couple_id", "review_id", "author_id");
DROP INDEX "gap_answers_couple_id_review_id_idx";
CREATE INDEX "gap_answers_couple_id_author_id_idx" ON "gap_answers"("couple_id", "author_id");
