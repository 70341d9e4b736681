-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "EntryKind" ADD VALUE 'struggle';
ALTER TYPE "EntryKind" ADD VALUE 'struggle_part';

-- CreateTable
CREATE TABLE "struggle_parts" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "to_author_id" UUID NOT NULL,
    "to_entry_id" UUID NOT NULL,

    CONSTRAINT "struggle_parts_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateTable
CREATE TABLE "struggle_rests" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "to_author_id" UUID NOT NULL,
    "to_entry_id" UUID NOT NULL,

    CONSTRAINT "struggle_rests_pkey" PRIMARY KEY ("couple_id","author_id","to_author_id","to_entry_id")
);

-- CreateIndex
CREATE INDEX "struggle_parts_couple_id_to_author_id_to_entry_id_idx" ON "struggle_parts"("couple_id", "to_author_id", "to_entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "struggle_parts_couple_id_author_id_to_author_id_to_entry_id_key" ON "struggle_parts"("couple_id", "author_id", "to_author_id", "to_entry_id");

-- CreateIndex
CREATE INDEX "struggle_rests_couple_id_to_author_id_to_entry_id_idx" ON "struggle_rests"("couple_id", "to_author_id", "to_entry_id");

-- AddForeignKey
ALTER TABLE "struggle_parts" ADD CONSTRAINT "struggle_parts_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "struggle_rests" ADD CONSTRAINT "struggle_rests_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;


