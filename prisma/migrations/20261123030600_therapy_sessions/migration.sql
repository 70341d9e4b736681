-- CreateEnum
CREATE TYPE "SessionKind" AS ENUM ('couple', 'individual');

-- CreateTable
CREATE TABLE "therapy_sessions" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "kind" "SessionKind" NOT NULL,
    "local_time" TEXT,

    CONSTRAINT "therapy_sessions_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateTable
CREATE TABLE "therapy_parts" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "to_author_id" UUID NOT NULL,
    "to_entry_id" UUID NOT NULL,
    "kind" "SessionKind" NOT NULL,

    CONSTRAINT "therapy_parts_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateIndex
CREATE INDEX "therapy_parts_couple_id_to_author_id_to_entry_id_idx" ON "therapy_parts"("couple_id", "to_author_id", "to_entry_id");

-- AddForeignKey
ALTER TABLE "therapy_sessions" ADD CONSTRAINT "therapy_sessions_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "therapy_parts" ADD CONSTRAINT "therapy_parts_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- A session is written down before its day; everything else on its day or later.
ALTER TABLE "entries" DROP CONSTRAINT "entries_check",
  ADD CONSTRAINT "entries_check" CHECK ("written_on" >= "happened_on" OR "kind" = 'therapy_session');
ALTER TABLE "therapy_sessions" ADD CHECK ("local_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
