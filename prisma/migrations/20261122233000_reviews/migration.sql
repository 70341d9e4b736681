-- CreateEnum
CREATE TYPE "AgreedOn" AS ENUM ('space_sentence', 'review_time', 'review_note');

-- CreateEnum
CREATE TYPE "ReviewStep" AS ENUM ('arriving', 'appreciation', 'promises', 'hard_thing', 'gap', 'request', 'closing');

-- AlterEnum
ALTER TYPE "EntryKind" ADD VALUE 'review_part';

-- What two people say together has one table from now on: what was there is the sentence for needing space.
ALTER TABLE "space_words" RENAME TO "agreed_words";
ALTER TABLE "agreed_words" RENAME CONSTRAINT "space_words_couple_id_fkey" TO "agreed_words_couple_id_fkey";
ALTER TABLE "agreed_words" ADD COLUMN "subject" "AgreedOn" NOT NULL DEFAULT 'space_sentence', ADD COLUMN "about_id" UUID;
UPDATE "agreed_words" SET "about_id" = "couple_id";
ALTER TABLE "agreed_words" ALTER COLUMN "subject" DROP DEFAULT, ALTER COLUMN "about_id" SET NOT NULL,
  DROP CONSTRAINT "space_words_pkey", ADD CONSTRAINT "agreed_words_pkey" PRIMARY KEY ("couple_id", "subject", "about_id", "turn");

-- CreateTable
CREATE TABLE "reviews" (
    "couple_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "opened_on" DATE NOT NULL,
    "open" BOOLEAN DEFAULT true,
    "stopped" BOOLEAN NOT NULL DEFAULT false,
    "turn" SMALLINT NOT NULL DEFAULT 0,
    "step" "ReviewStep" NOT NULL DEFAULT 'arriving',
    "speaker_id" UUID,
    "since" TIMESTAMPTZ,
    "says_back" SMALLINT NOT NULL DEFAULT 0,
    "spoken" SMALLINT NOT NULL DEFAULT 0,
    "with_gap" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("couple_id","id")
);

-- CreateTable
CREATE TABLE "review_parts" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "step" "ReviewStep" NOT NULL,
    "number" SMALLINT,

    CONSTRAINT "review_parts_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateTable
CREATE TABLE "gap_choices" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,

    CONSTRAINT "gap_choices_pkey" PRIMARY KEY ("couple_id","author_id")
);

-- CreateTable
CREATE TABLE "gap_answers" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "pain" SMALLINT,
    "closeness" SMALLINT,
    "guessed_pain" SMALLINT,
    "guessed_closeness" SMALLINT,

    CONSTRAINT "gap_answers_pkey" PRIMARY KEY ("couple_id","author_id","review_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reviews_couple_id_open_key" ON "reviews"("couple_id", "open");

-- CreateIndex
CREATE INDEX "review_parts_couple_id_review_id_idx" ON "review_parts"("couple_id", "review_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_parts_couple_id_author_id_review_id_step_key" ON "review_parts"("couple_id", "author_id", "review_id", "step");

-- CreateIndex
CREATE INDEX "gap_answers_couple_id_review_id_idx" ON "gap_answers"("couple_id", "review_id");

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couples"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_parts" ADD CONSTRAINT "review_parts_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_parts" ADD CONSTRAINT "review_parts_couple_id_review_id_fkey" FOREIGN KEY ("couple_id", "review_id") REFERENCES "reviews"("couple_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gap_choices" ADD CONSTRAINT "gap_choices_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gap_answers" ADD CONSTRAINT "gap_answers_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gap_answers" ADD CONSTRAINT "gap_answers_couple_id_review_id_fkey" FOREIGN KEY ("couple_id", "review_id") REFERENCES "reviews"("couple_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the keys cannot say.
ALTER TABLE "review_parts" ADD CONSTRAINT "number_range" CHECK ("number" BETWEEN 0 AND 10);
ALTER TABLE "gap_answers"
  ADD CONSTRAINT "answer_range" CHECK ("pain" BETWEEN 0 AND 10 AND "closeness" BETWEEN 0 AND 10
    AND "guessed_pain" BETWEEN 0 AND 10 AND "guessed_closeness" BETWEEN 0 AND 10),
  ADD CONSTRAINT "something_answered" CHECK (num_nonnulls("pain", "closeness", "guessed_pain", "guessed_closeness") > 0);
ALTER TABLE "reviews"
  ADD CONSTRAINT "open_or_not" CHECK ("open" IS NOT FALSE),
  ADD CONSTRAINT "stopped_is_over" CHECK (NOT "stopped" OR "open" IS NULL);
