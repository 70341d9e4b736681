-- CreateTable
CREATE TABLE "guest_links" (
    "couple_id" UUID NOT NULL,
    "maker_id" UUID NOT NULL,
    "packet_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "link_hash" BYTEA NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT transaction_timestamp(),
    "days" SMALLINT NOT NULL,
    "revoked_at" TIMESTAMPTZ,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "guest_links_pkey" PRIMARY KEY ("couple_id","author_id","id")
);

-- CreateTable
CREATE TABLE "guest_visits" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL DEFAULT transaction_timestamp(),
    "open_until" TIMESTAMPTZ NOT NULL DEFAULT (now() + '02:00:00'::interval),
    "saved_at" TIMESTAMPTZ,

    CONSTRAINT "guest_visits_pkey" PRIMARY KEY ("couple_id","author_id","link_id","id")
);

-- CreateIndex
CREATE INDEX "guest_links_couple_id_maker_id_packet_id_author_id_idx" ON "guest_links"("couple_id", "maker_id", "packet_id", "author_id");

-- CreateIndex
CREATE INDEX "guest_links_link_hash_idx" ON "guest_links"("link_hash");

-- CreateIndex
CREATE INDEX "guest_visits_token_hash_idx" ON "guest_visits"("token_hash");

-- AddForeignKey
ALTER TABLE "guest_links" ADD CONSTRAINT "guest_links_couple_id_maker_id_packet_id_author_id_fkey" FOREIGN KEY ("couple_id", "maker_id", "packet_id", "author_id") REFERENCES "packet_parts"("couple_id", "maker_id", "packet_id", "author_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_visits" ADD CONSTRAINT "guest_visits_couple_id_author_id_link_id_fkey" FOREIGN KEY ("couple_id", "author_id", "link_id") REFERENCES "guest_links"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Never longer than a week.
ALTER TABLE "guest_links" ADD CONSTRAINT "guest_links_days_check" CHECK ("days" BETWEEN 1 AND 7);
