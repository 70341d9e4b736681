-- CreateEnum
CREATE TYPE "ReminderKind" AS ENUM ('daily', 'when_new');

-- CreateEnum
CREATE TYPE "Standing" AS ENUM ('answered', 'with_therapist', 'not_yet');

-- AlterEnum
ALTER TYPE "EntryKind" ADD VALUE 'question';
ALTER TYPE "EntryKind" ADD VALUE 'question_answer';
ALTER TYPE "EntryKind" ADD VALUE 'space';
ALTER TYPE "EntryKind" ADD VALUE 'from_my_day';
ALTER TYPE "EntryKind" ADD VALUE 'caring_act';

-- A draft is named by its form. The name is also what its ciphertext is bound to, so it stays what it was: kind and day.
ALTER TABLE "drafts" ADD COLUMN "form" TEXT;
UPDATE "drafts" SET "form" = "kind"::text || '/' || to_char("happened_on", 'YYYY-MM-DD');
ALTER TABLE "drafts" DROP CONSTRAINT "drafts_pkey",
DROP COLUMN "happened_on",
DROP COLUMN "kind",
ALTER COLUMN "form" SET NOT NULL,
ADD CONSTRAINT "drafts_pkey" PRIMARY KEY ("account_id", "form");

-- A reminder that is there already is a daily one.
ALTER TABLE "reminders" ADD COLUMN "kind" "ReminderKind" NOT NULL DEFAULT 'daily',
ADD COLUMN "told" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "reminders" ALTER COLUMN "kind" DROP DEFAULT,
DROP CONSTRAINT "reminders_pkey",
ADD CONSTRAINT "reminders_pkey" PRIMARY KEY ("account_id", "kind");

-- CreateTable
CREATE TABLE "news" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,

    CONSTRAINT "news_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateTable
CREATE TABLE "question_answers" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "to_author_id" UUID NOT NULL,
    "to_entry_id" UUID NOT NULL,
    "standing" "Standing" NOT NULL,
    "place" SMALLINT NOT NULL,

    CONSTRAINT "question_answers_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateTable
CREATE TABLE "space_requests" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "until" TIMESTAMPTZ NOT NULL,
    "over" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "space_requests_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateTable
CREATE TABLE "space_returns" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "space_returns_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateTable
CREATE TABLE "space_words" (
    "couple_id" UUID NOT NULL,
    "turn" SMALLINT NOT NULL,
    "author_id" UUID NOT NULL,
    "agreed" BOOLEAN NOT NULL DEFAULT false,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "space_words_pkey" PRIMARY KEY ("couple_id","turn")
);

-- CreateIndex
CREATE INDEX "news_reader_id_idx" ON "news"("reader_id");

-- CreateIndex
CREATE INDEX "question_answers_couple_id_to_author_id_to_entry_id_idx" ON "question_answers"("couple_id", "to_author_id", "to_entry_id");

-- AddForeignKey
ALTER TABLE "news" ADD CONSTRAINT "news_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news" ADD CONSTRAINT "news_couple_id_reader_id_fkey" FOREIGN KEY ("couple_id", "reader_id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_requests" ADD CONSTRAINT "space_requests_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_returns" ADD CONSTRAINT "space_returns_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_words" ADD CONSTRAINT "space_words_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;
