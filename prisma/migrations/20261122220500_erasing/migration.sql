-- DropForeignKey
ALTER TABLE "commitment_events" DROP CONSTRAINT "commitment_events_couple_id_author_id_fkey";

-- DropForeignKey
ALTER TABLE "commitments" DROP CONSTRAINT "commitments_couple_id_author_id_fkey";

-- DropForeignKey
ALTER TABLE "commitments" DROP CONSTRAINT "commitments_couple_id_doer_id_fkey";

-- DropForeignKey
ALTER TABLE "correction_choices" DROP CONSTRAINT "correction_choices_couple_id_author_id_fkey";

-- DropForeignKey
ALTER TABLE "correction_openings" DROP CONSTRAINT "correction_openings_couple_id_reader_id_fkey";

-- DropForeignKey
ALTER TABLE "departures" DROP CONSTRAINT "departures_couple_id_author_id_fkey";

-- DropForeignKey
ALTER TABLE "entries" DROP CONSTRAINT "entries_couple_id_author_id_fkey";

-- DropForeignKey
ALTER TABLE "follow_throughs" DROP CONSTRAINT "follow_throughs_couple_id_author_id_fkey";

-- DropForeignKey
ALTER TABLE "follow_throughs" DROP CONSTRAINT "follow_throughs_couple_id_commitment_id_fkey";

-- DropForeignKey
ALTER TABLE "invitations" DROP CONSTRAINT "invitations_couple_id_author_id_fkey";

-- DropForeignKey
ALTER TABLE "member_roles" DROP CONSTRAINT "member_roles_couple_id_author_id_fkey";

-- DropForeignKey
ALTER TABLE "members" DROP CONSTRAINT "members_account_id_fkey";

-- DropForeignKey
ALTER TABLE "news" DROP CONSTRAINT "news_couple_id_reader_id_fkey";

-- DropForeignKey
ALTER TABLE "sharing_defaults" DROP CONSTRAINT "sharing_defaults_couple_id_author_id_fkey";

-- DropForeignKey
ALTER TABLE "space_words" DROP CONSTRAINT "space_words_couple_id_author_id_fkey";

-- AddForeignKey
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couples"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_throughs" ADD CONSTRAINT "follow_throughs_couple_id_commitment_id_fkey" FOREIGN KEY ("couple_id", "commitment_id") REFERENCES "commitments"("couple_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_choices" ADD CONSTRAINT "correction_choices_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_openings" ADD CONSTRAINT "correction_openings_couple_id_reader_id_fkey" FOREIGN KEY ("couple_id", "reader_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_roles" ADD CONSTRAINT "member_roles_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing_defaults" ADD CONSTRAINT "sharing_defaults_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "departures" ADD CONSTRAINT "departures_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entries" ADD CONSTRAINT "entries_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news" ADD CONSTRAINT "news_couple_id_reader_id_fkey" FOREIGN KEY ("couple_id", "reader_id") REFERENCES "members"("couple_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_words" ADD CONSTRAINT "space_words_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couples"("id") ON DELETE CASCADE ON UPDATE CASCADE;


