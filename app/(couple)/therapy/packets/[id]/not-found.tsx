export { NothingToAnswer as default } from "@/components/drafts/nothing-to-answer";
