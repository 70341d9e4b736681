-- AlterTable
ALTER TABLE "commitments" ADD COLUMN     "agreement_id" UUID;
