-- Of a day one says once whether one noticed it; said anew it takes the place of what was said before. The doer's words may be several.
CREATE UNIQUE INDEX "commitment_remarks_one_noticing_a_day" ON "commitment_remarks"("couple_id", "author_id", "commitment_id", "day") WHERE "perceived" IS NOT NULL;
