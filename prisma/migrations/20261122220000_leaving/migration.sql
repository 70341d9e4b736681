-- CreateTable
CREATE TABLE "departures" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "leave_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "departures_pkey" PRIMARY KEY ("couple_id","author_id")
);

-- CreateIndex
CREATE INDEX "departures_leave_at_idx" ON "departures"("leave_at");

-- AddForeignKey
ALTER TABLE "departures" ADD CONSTRAINT "departures_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;


