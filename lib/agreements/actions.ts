"use server";
import { refresh } from "next/cache";
import * as command from "@/lib/agreements/commands";
import { agreementOf } from "@/lib/agreements/queries";
import * as schema from "@/lib/agreements/schema";
import { Refusal } from "@/lib/errors";
import { viewerAction } from "@/lib/web/action";

export const proposeAgreementAction = viewerAction(
  schema.proposeAgreement,
  async (db, viewer, { agreement, space, text }) => {
    if (space !== viewer.coupleId) throw new Refusal("other_space");
    await command.propose(db, viewer, agreementOf(viewer, agreement), text);
    refresh();
    return { done: "words_proposed" };
  },
);

export const agreeToAgreementAction = viewerAction(
  schema.theAgreement,
  async (db, viewer, { agreement, turn }) => {
    await command.agreeTo(db, viewer, agreementOf(viewer, agreement), turn);
    refresh();
    return {};
  },
);

export const takeAgreementBackAction = viewerAction(
  schema.theAgreement,
  async (db, viewer, { agreement, turn }) => {
    await command.takeProposalBack(db, viewer, agreementOf(viewer, agreement), turn);
    refresh();
    return {};
  },
);
