-- CreateTable
CREATE TABLE "later_choices" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "ask_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "later_choices_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateIndex
CREATE INDEX "later_choices_author_id_ask_at_idx" ON "later_choices"("author_id", "ask_at");

-- AddForeignKey
ALTER TABLE "later_choices" ADD CONSTRAINT "later_choices_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
