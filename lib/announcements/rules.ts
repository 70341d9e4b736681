/** What is announced first, and read where its reader opens it. */
export const announcedKinds = ["correction", "acknowledgement"] as const;
export type AnnouncedKind = (typeof announcedKinds)[number];
export const isAnnounced = (kind: string): kind is AnnouncedKind =>
  announcedKinds.some((one) => one === kind);

/** Where each is read. */
export const roomOf = {
  correction: "corrections",
  acknowledgement: "acknowledgements",
} as const satisfies Record<AnnouncedKind, string>;
