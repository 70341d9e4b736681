import { randomUUID } from "node:crypto";
import { AgreementsPage } from "@/components/agreements/agreements-page";
import { agreementsHere } from "@/lib/agreements/queries";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";

export default async function WhatWeAgreedPage() {
  const viewer = await requireWriter();
  const agreements = await asViewer(viewer, (db) => agreementsHere(db, viewer));
  return (
    <AgreementsPage
      agreements={agreements}
      coupleId={viewer.coupleId}
      partnerName={viewer.partnerName}
      newId={randomUUID()}
    />
  );
}
