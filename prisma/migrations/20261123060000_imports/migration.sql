-- CreateTable
CREATE TABLE "import_files" (
    "account_id" UUID NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "arrived_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "import_files_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "imports" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "taken_on" DATE NOT NULL,

    CONSTRAINT "imports_pkey" PRIMARY KEY ("couple_id","author_id")
);

-- CreateIndex
CREATE INDEX "import_files_arrived_at_idx" ON "import_files"("arrived_at");

-- CreateIndex
CREATE INDEX "imports_author_id_idx" ON "imports"("author_id");

-- AddForeignKey
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;
