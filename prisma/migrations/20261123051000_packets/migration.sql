-- CreateEnum
CREATE TYPE "PacketKind" AS ENUM ('joint', 'own');

-- CreateEnum
CREATE TYPE "PacketPortion" AS ENUM ('numbers', 'words');

-- CreateTable
CREATE TABLE "packets" (
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "PacketKind" NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "made_on" DATE NOT NULL,

    CONSTRAINT "packets_pkey" PRIMARY KEY ("couple_id","author_id","id")
);

-- CreateTable
CREATE TABLE "packet_parts" (
    "couple_id" UUID NOT NULL,
    "maker_id" UUID NOT NULL,
    "packet_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "with_commitments" BOOLEAN NOT NULL,
    "consented_on" DATE,
    "ciphertext" BYTEA,

    CONSTRAINT "packet_parts_pkey" PRIMARY KEY ("couple_id","maker_id","packet_id","author_id")
);

-- CreateTable
CREATE TABLE "packet_items" (
    "couple_id" UUID NOT NULL,
    "maker_id" UUID NOT NULL,
    "packet_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "portion" "PacketPortion" NOT NULL,
    "shown" BOOLEAN NOT NULL DEFAULT false,
    "ciphertext" BYTEA,

    CONSTRAINT "packet_items_pkey" PRIMARY KEY ("couple_id","maker_id","packet_id","author_id","entry_id","portion")
);

-- CreateIndex
CREATE INDEX "packet_items_couple_id_author_id_entry_id_idx" ON "packet_items"("couple_id", "author_id", "entry_id");

-- AddForeignKey
ALTER TABLE "packets" ADD CONSTRAINT "packets_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "packet_parts" ADD CONSTRAINT "packet_parts_couple_id_maker_id_packet_id_fkey" FOREIGN KEY ("couple_id", "maker_id", "packet_id") REFERENCES "packets"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "packet_parts" ADD CONSTRAINT "packet_parts_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "packet_items" ADD CONSTRAINT "packet_items_couple_id_maker_id_packet_id_author_id_fkey" FOREIGN KEY ("couple_id", "maker_id", "packet_id", "author_id") REFERENCES "packet_parts"("couple_id", "maker_id", "packet_id", "author_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "packet_items" ADD CONSTRAINT "packet_items_couple_id_author_id_entry_id_fkey" FOREIGN KEY ("couple_id", "author_id", "entry_id") REFERENCES "entries"("couple_id", "author_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

