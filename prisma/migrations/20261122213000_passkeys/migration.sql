-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "answer_by" TIMESTAMPTZ,
ADD COLUMN     "challenge_hash" BYTEA;

-- CreateTable
CREATE TABLE "passkeys" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "credential_id" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "ciphertext" BYTEA NOT NULL,
    "added_on" DATE NOT NULL,

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "passkeys_account_id_credential_id_key" ON "passkeys"("account_id", "credential_id");

-- AddForeignKey
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;


