-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "locked_at" TIMESTAMPTZ,
ADD COLUMN     "pin_hash" TEXT,
ADD COLUMN     "pin_tries" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "shared" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "left_check_ins" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "left_check_ins_pkey" PRIMARY KEY ("account_id","id")
);

-- AddForeignKey
ALTER TABLE "left_check_ins" ADD CONSTRAINT "left_check_ins_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;


