-- CreateEnum
CREATE TYPE "Feeling" AS ENUM ('hurt', 'betrayed', 'sad', 'angry', 'afraid', 'not_enough', 'torn', 'ashamed', 'guilty', 'lonely', 'numb', 'grieving', 'hopeful', 'calm', 'grateful');

-- CreateEnum
CREATE TYPE "Need" AS ENUM ('to_be_heard', 'reassurance', 'honesty', 'closeness', 'comfort', 'space', 'rest', 'practical_help', 'nothing');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('only_me', 'partner');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('injured', 'involved', 'both');

-- CreateEnum
CREATE TYPE "EntryKind" AS ENUM ('check_in');

-- CreateEnum
CREATE TYPE "WordsField" AS ENUM ('note', 'own_feeling');

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "passphrase_hash" TEXT NOT NULL,
    "recovery_hash" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "recovery_by_mail" BOOLEAN NOT NULL DEFAULT true,
    "notice_read_on" DATE,
    "current_couple_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profiles" (
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "profiles_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "device_label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stepped_up_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_resets" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "mail_resets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminders" (
    "account_id" UUID NOT NULL,
    "local_time" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "reminders_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "safety_checks" (
    "account_id" UUID NOT NULL,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "safety_checks_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "check_ins" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "superseded_on" DATE,
    "shown" BOOLEAN NOT NULL DEFAULT false,
    "trust" SMALLINT,
    "safety" SMALLINT,
    "closeness" SMALLINT,
    "love" SMALLINT,
    "pain" SMALLINT,
    "feelings" "Feeling"[],
    "need" "Need",

    CONSTRAINT "check_ins_pkey" PRIMARY KEY ("couple_id","author_id","entry_id","version")
);

-- CreateTable
CREATE TABLE "couples" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "couples_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "couple_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "members_pkey" PRIMARY KEY ("couple_id","account_id")
);

-- CreateTable
CREATE TABLE "member_roles" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'only_me',

    CONSTRAINT "member_roles_pkey" PRIMARY KEY ("couple_id","author_id")
);

-- CreateTable
CREATE TABLE "sharing_defaults" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" "EntryKind" NOT NULL,
    "numbers" "Audience" NOT NULL,
    "words" "Audience" NOT NULL,

    CONSTRAINT "sharing_defaults_pkey" PRIMARY KEY ("couple_id","author_id","kind")
);

-- CreateTable
CREATE TABLE "invitations" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "link_hash" BYTEA NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "revoked_at" TIMESTAMPTZ,
    "accepted_at" TIMESTAMPTZ,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("couple_id","author_id","id")
);

-- CreateTable
CREATE TABLE "entries" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "EntryKind" NOT NULL,
    "happened_on" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "written_on" DATE NOT NULL,
    "audience" "Audience" NOT NULL,
    "shared_by" UUID GENERATED ALWAYS AS (CASE WHEN "audience" = 'partner'::"Audience" THEN "author_id" END) STORED,

    CONSTRAINT "entries_pkey" PRIMARY KEY ("couple_id","author_id","id")
);

-- CreateTable
CREATE TABLE "entry_words" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "field" "WordsField" NOT NULL,
    "version" INTEGER NOT NULL,
    "audience" "Audience" NOT NULL,
    "superseded_on" DATE,
    "shown" BOOLEAN NOT NULL DEFAULT false,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "entry_words_pkey" PRIMARY KEY ("couple_id","author_id","entry_id","field","version")
);

-- CreateTable
CREATE TABLE "drafts" (
    "account_id" UUID NOT NULL,
    "kind" "EntryKind" NOT NULL,
    "happened_on" DATE NOT NULL,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("account_id","kind","happened_on")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "key_fingerprint" TEXT NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_account_id_idx" ON "sessions"("account_id");

-- CreateIndex
CREATE INDEX "mail_resets_token_hash_idx" ON "mail_resets"("token_hash");

-- CreateIndex
CREATE INDEX "mail_resets_account_id_idx" ON "mail_resets"("account_id");

-- CreateIndex
CREATE INDEX "reminders_next_at_idx" ON "reminders"("next_at");

-- CreateIndex
CREATE INDEX "members_account_id_idx" ON "members"("account_id");

-- CreateIndex
CREATE INDEX "invitations_link_hash_idx" ON "invitations"("link_hash");

-- CreateIndex
CREATE INDEX "invitations_code_hash_idx" ON "invitations"("code_hash");

-- CreateIndex
CREATE INDEX "entries_couple_id_author_id_happened_on_id_idx" ON "entries"("couple_id", "author_id", "happened_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "entries_couple_id_shared_by_happened_on_id_idx" ON "entries"("couple_id", "shared_by", "happened_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "entries_author_id_happened_on_id_idx" ON "entries"("author_id", "happened_on" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_current_couple_id_id_fkey" FOREIGN KEY ("current_couple_id", "id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_resets" ADD CONSTRAINT "mail_resets_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_checks" ADD CONSTRAINT "safety_checks_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couples"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_roles" ADD CONSTRAINT "member_roles_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing_defaults" ADD CONSTRAINT "sharing_defaults_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entries" ADD CONSTRAINT "entries_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_words" ADD CONSTRAINT "entry_words_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- One check-in per person, day and space: the referee of every double submit.
CREATE UNIQUE INDEX "entries_one_check_in_a_day" ON "entries"("couple_id", "author_id", "happened_on") WHERE "kind" = 'check_in';
-- One version stands, the others have been superseded.
CREATE UNIQUE INDEX "check_ins_one_stands" ON "check_ins"("couple_id", "author_id", "entry_id") WHERE "superseded_on" IS NULL;
CREATE UNIQUE INDEX "entry_words_one_stands" ON "entry_words"("couple_id", "author_id", "entry_id", "field") WHERE "superseded_on" IS NULL;

ALTER TABLE "installation" ADD CHECK ("id");
ALTER TABLE "accounts" ADD CHECK ("email" = lower("email"));
ALTER TABLE "reminders" ADD CHECK ("local_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE "entries" ADD CHECK ("written_on" >= "happened_on");
ALTER TABLE "check_ins" ADD CHECK ("trust" BETWEEN 0 AND 10), ADD CHECK ("safety" BETWEEN 0 AND 10),
  ADD CHECK ("closeness" BETWEEN 0 AND 10), ADD CHECK ("love" BETWEEN 0 AND 10), ADD CHECK ("pain" BETWEEN 0 AND 10);
