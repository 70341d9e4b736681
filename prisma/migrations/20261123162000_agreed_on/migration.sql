-- AlterTable
ALTER TABLE "agreed_words" ADD COLUMN     "agreed_on" DATE;
