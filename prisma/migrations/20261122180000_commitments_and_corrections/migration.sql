-- CreateEnum
CREATE TYPE "Area" AS ENUM ('phone', 'social_media', 'whereabouts', 'contact', 'money', 'therapy', 'honesty', 'self_work', 'rebuilding');

-- CreateEnum
CREATE TYPE "Cost" AS ENUM ('low', 'high');

-- CreateEnum
CREATE TYPE "CommitmentStep" AS ENUM ('offered', 'accepted', 'declined', 'withdrawn', 'paused', 'resumed', 'ending_offered', 'ended');

-- CreateEnum
CREATE TYPE "CommitmentOffer" AS ENUM ('terms', 'ending');

-- CreateEnum
CREATE TYPE "CommitmentWordsField" AS ENUM ('what', 'why', 'closing_note');

-- CreateEnum
CREATE TYPE "FollowThroughStatus" AS ENUM ('kept', 'partly', 'missed', 'did_not_apply');

-- CreateEnum
CREATE TYPE "Perceived" AS ENUM ('noticed', 'not_felt');

-- CreateEnum
CREATE TYPE "CorrectionWay" AS ENUM ('now', 'at_time', 'with_therapist');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "EntryKind" ADD VALUE 'follow_through_note';
ALTER TYPE "EntryKind" ADD VALUE 'noticing';
ALTER TYPE "EntryKind" ADD VALUE 'correction';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "WordsField" ADD VALUE 'said';
ALTER TYPE "WordsField" ADD VALUE 'is_true';
ALTER TYPE "WordsField" ADD VALUE 'will_do';

-- CreateTable
CREATE TABLE "commitments" (
    "couple_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "doer_id" UUID NOT NULL,
    "area" "Area" NOT NULL,
    "cost" "Cost" NOT NULL,
    "turn" SMALLINT NOT NULL DEFAULT 0,
    "accepted" BOOLEAN NOT NULL DEFAULT false,
    "ended" BOOLEAN NOT NULL DEFAULT false,
    "awaits" "CommitmentOffer",
    "writer_id" UUID NOT NULL,

    CONSTRAINT "commitments_pkey" PRIMARY KEY ("couple_id","id")
);

-- CreateTable
CREATE TABLE "commitment_events" (
    "couple_id" UUID NOT NULL,
    "commitment_id" UUID NOT NULL,
    "turn" SMALLINT NOT NULL,
    "author_id" UUID NOT NULL,
    "step" "CommitmentStep" NOT NULL,
    "happened_on" DATE NOT NULL,
    "returns_on" DATE,

    CONSTRAINT "commitment_events_pkey" PRIMARY KEY ("couple_id","commitment_id","turn")
);

-- CreateTable
CREATE TABLE "commitment_terms" (
    "couple_id" UUID NOT NULL,
    "commitment_id" UUID NOT NULL,
    "turn" SMALLINT NOT NULL,
    "author_id" UUID NOT NULL,
    "rule" TEXT,
    "times" SMALLINT,
    "starts_on" DATE NOT NULL,
    "review_on" DATE NOT NULL,
    "taken_back" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "commitment_terms_pkey" PRIMARY KEY ("couple_id","commitment_id","turn")
);

-- CreateTable
CREATE TABLE "mutual_words" (
    "couple_id" UUID NOT NULL,
    "commitment_id" UUID NOT NULL,
    "turn" SMALLINT NOT NULL,
    "field" "CommitmentWordsField" NOT NULL,
    "author_id" UUID NOT NULL,
    "taken_back" BOOLEAN NOT NULL DEFAULT false,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "mutual_words_pkey" PRIMARY KEY ("couple_id","commitment_id","turn","field")
);

-- CreateTable
CREATE TABLE "commitment_sources" (
    "couple_id" UUID NOT NULL,
    "commitment_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "commitment_sources_pkey" PRIMARY KEY ("couple_id","commitment_id")
);

-- CreateTable
CREATE TABLE "follow_throughs" (
    "couple_id" UUID NOT NULL,
    "commitment_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "turn" SMALLINT NOT NULL,
    "author_id" UUID NOT NULL,
    "status" "FollowThroughStatus" NOT NULL,
    "volunteered" BOOLEAN NOT NULL DEFAULT false,
    "written_on" DATE NOT NULL,

    CONSTRAINT "follow_throughs_pkey" PRIMARY KEY ("couple_id","commitment_id","day","turn")
);

-- CreateTable
CREATE TABLE "commitment_remarks" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "commitment_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "perceived" "Perceived",

    CONSTRAINT "commitment_remarks_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateTable
CREATE TABLE "correction_choices" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "way" "CorrectionWay" NOT NULL,
    "local_time" TEXT,

    CONSTRAINT "correction_choices_pkey" PRIMARY KEY ("couple_id","author_id")
);

-- CreateTable
CREATE TABLE "corrections" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "way" "CorrectionWay" NOT NULL DEFAULT 'now',
    "reaches_at" TIMESTAMPTZ,

    CONSTRAINT "corrections_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateTable
CREATE TABLE "correction_openings" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,

    CONSTRAINT "correction_openings_pkey" PRIMARY KEY ("couple_id","author_id","entry_id")
);

-- CreateIndex
CREATE INDEX "commitment_sources_couple_id_author_id_entry_id_idx" ON "commitment_sources"("couple_id", "author_id", "entry_id");

-- CreateIndex
CREATE INDEX "follow_throughs_couple_id_day_idx" ON "follow_throughs"("couple_id", "day");

-- CreateIndex
CREATE INDEX "commitment_remarks_couple_id_commitment_id_day_idx" ON "commitment_remarks"("couple_id", "commitment_id", "day");

-- AddForeignKey
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_couple_id_doer_id_fkey" FOREIGN KEY ("couple_id", "doer_id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_events" ADD CONSTRAINT "commitment_events_couple_id_commitment_id_fkey" FOREIGN KEY ("couple_id", "commitment_id") REFERENCES "commitments"("couple_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_events" ADD CONSTRAINT "commitment_events_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_terms" ADD CONSTRAINT "commitment_terms_couple_id_commitment_id_turn_fkey" FOREIGN KEY ("couple_id", "commitment_id", "turn") REFERENCES "commitment_events"("couple_id", "commitment_id", "turn") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mutual_words" ADD CONSTRAINT "mutual_words_couple_id_commitment_id_turn_fkey" FOREIGN KEY ("couple_id", "commitment_id", "turn") REFERENCES "commitment_events"("couple_id", "commitment_id", "turn") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_sources" ADD CONSTRAINT "commitment_sources_couple_id_commitment_id_fkey" FOREIGN KEY ("couple_id", "commitment_id") REFERENCES "commitments"("couple_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_sources" ADD CONSTRAINT "commitment_sources_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_throughs" ADD CONSTRAINT "follow_throughs_couple_id_commitment_id_fkey" FOREIGN KEY ("couple_id", "commitment_id") REFERENCES "commitments"("couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_throughs" ADD CONSTRAINT "follow_throughs_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_remarks" ADD CONSTRAINT "commitment_remarks_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_remarks" ADD CONSTRAINT "commitment_remarks_couple_id_commitment_id_fkey" FOREIGN KEY ("couple_id", "commitment_id") REFERENCES "commitments"("couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_choices" ADD CONSTRAINT "correction_choices_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_openings" ADD CONSTRAINT "correction_openings_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "corrections"("couple_id", "author_id", "entry_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_openings" ADD CONSTRAINT "correction_openings_couple_id_reader_id_fkey" FOREIGN KEY ("couple_id", "reader_id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A commitment ends unless both renew it: at the latest ninety days after it began.
ALTER TABLE "commitment_terms" ADD CHECK ("review_on" > "starts_on" AND "review_on" <= "starts_on" + 90),
  ADD CHECK ("times" BETWEEN 1 AND 7);
ALTER TABLE "commitment_events" ADD CHECK (("step" = 'paused') = ("returns_on" IS NOT NULL)),
  ADD CHECK ("returns_on" > "happened_on");
ALTER TABLE "follow_throughs" ADD CHECK ("written_on" >= "day");
ALTER TABLE "correction_choices" ADD CHECK (("way" = 'at_time') = ("local_time" IS NOT NULL)),
  ADD CHECK ("local_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
-- Of a day one says once whether one noticed it; said anew it takes the place of what was said before. The doer's words may be several.
CREATE UNIQUE INDEX "commitment_remarks_one_noticing_a_day" ON "commitment_remarks"("couple_id", "author_id", "commitment_id", "day") WHERE "perceived" IS NOT NULL;
