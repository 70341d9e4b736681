-- CreateTable
CREATE TABLE "therapy_marks" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "to_author_id" UUID NOT NULL,
    "to_entry_id" UUID NOT NULL,

    CONSTRAINT "therapy_marks_pkey" PRIMARY KEY ("couple_id","author_id","to_author_id","to_entry_id")
);

-- AddForeignKey
ALTER TABLE "therapy_marks" ADD CONSTRAINT "therapy_marks_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;
