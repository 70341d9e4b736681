-- CreateEnum
CREATE TYPE "Received" AS ENUM ('complete', 'something_missing', 'not_now');

-- CreateTable
CREATE TABLE "acknowledgements" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "agreement_id" UUID,
    "place" SMALLINT NOT NULL,

    CONSTRAINT "acknowledgements_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateTable
CREATE TABLE "acknowledgement_answers" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "to_author_id" UUID NOT NULL,
    "to_entry_id" UUID NOT NULL,
    "received" "Received" NOT NULL,

    CONSTRAINT "acknowledgement_answers_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateIndex
CREATE INDEX "acknowledgements_couple_id_author_id_statement_id_idx" ON "acknowledgements"("couple_id", "author_id", "statement_id");

-- CreateIndex
CREATE UNIQUE INDEX "acknowledgement_answers_couple_id_author_id_to_author_id_to_key" ON "acknowledgement_answers"("couple_id", "author_id", "to_author_id", "to_entry_id");

-- AddForeignKey
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgement_answers" ADD CONSTRAINT "acknowledgement_answers_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
