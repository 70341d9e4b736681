-- CreateEnum
CREATE TYPE "Wish" AS ENUM ('to_be_heard', 'comfort', 'an_answer', 'space', 'nothing');

-- CreateEnum
CREATE TYPE "Heard" AS ENUM ('yes', 'partly', 'not_yet');

-- AlterEnum

ALTER TYPE "EntryKind" ADD VALUE 'shared_feeling';
ALTER TYPE "EntryKind" ADD VALUE 'reply';
ALTER TYPE "EntryKind" ADD VALUE 'felt_heard';

-- AlterEnum

ALTER TYPE "WordsField" ADD VALUE 'promise';
ALTER TYPE "WordsField" ADD VALUE 'would_help';

-- CreateTable
CREATE TABLE "shared_feelings" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "wish" "Wish" NOT NULL,
    "place" SMALLINT NOT NULL,

    CONSTRAINT "shared_feelings_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateTable
CREATE TABLE "feeling_parts" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "feeling" "Feeling" NOT NULL,
    "intensity" SMALLINT,

    CONSTRAINT "feeling_parts_pkey" PRIMARY KEY ("couple_id","author_id","entry_id","feeling")
);

-- CreateTable
CREATE TABLE "replies" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "to_author_id" UUID NOT NULL,
    "to_entry_id" UUID NOT NULL,
    "needs_until" TIMESTAMPTZ,
    "place" SMALLINT NOT NULL,

    CONSTRAINT "replies_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateTable
CREATE TABLE "felt_heard" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "to_author_id" UUID NOT NULL,
    "to_entry_id" UUID NOT NULL,
    "understood" "Heard",
    "accepted" "Heard",
    "cared_for" "Heard",

    CONSTRAINT "felt_heard_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateIndex
CREATE INDEX "replies_couple_id_to_author_id_to_entry_id_idx" ON "replies"("couple_id", "to_author_id", "to_entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "felt_heard_couple_id_author_id_to_author_id_to_entry_id_key" ON "felt_heard"("couple_id", "author_id", "to_author_id", "to_entry_id");

-- AddForeignKey
ALTER TABLE "shared_feelings" ADD CONSTRAINT "shared_feelings_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feeling_parts" ADD CONSTRAINT "feeling_parts_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "shared_feelings"("couple_id", "author_id", "entry_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replies" ADD CONSTRAINT "replies_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "felt_heard" ADD CONSTRAINT "felt_heard_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- A time is asked for once.
CREATE UNIQUE INDEX "replies_one_time_asked" ON "replies"("couple_id", "author_id", "to_author_id", "to_entry_id") WHERE "needs_until" IS NOT NULL;

ALTER TABLE "feeling_parts" ADD CHECK ("intensity" BETWEEN 1 AND 10);
-- Nobody answers themselves.
ALTER TABLE "replies" ADD CHECK ("to_author_id" <> "author_id");
ALTER TABLE "felt_heard" ADD CHECK ("to_author_id" <> "author_id");
