/** What a person can mark on a day, to read pictures beside it. The last one is told in words. */
export const annotationKinds = ["therapy", "anniversary", "hard_day", "marked_day"] as const;
export type AnnotationKind = (typeof annotationKinds)[number];
export const isAnnotationKind = (kind: string): kind is AnnotationKind =>
  annotationKinds.some((one) => one === kind);
