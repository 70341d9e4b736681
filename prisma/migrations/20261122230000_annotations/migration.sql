-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "EntryKind" ADD VALUE 'therapy';
ALTER TYPE "EntryKind" ADD VALUE 'anniversary';
ALTER TYPE "EntryKind" ADD VALUE 'hard_day';
ALTER TYPE "EntryKind" ADD VALUE 'marked_day';
