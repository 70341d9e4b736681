-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "writing_help" BOOLEAN NOT NULL DEFAULT false;
