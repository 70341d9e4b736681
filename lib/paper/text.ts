/** Line ends of every kind, as one. */
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
/** What would turn the order of other characters, or stands for nothing a page could show. */
const UNSHOWABLE = /[\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]|(?!\n)\p{Cc}/gu;

/** A text as a page can bear it: well-formed, in lines, and without what orders about the rest of it. */
export const readable = (text: string): string =>
  text.toWellFormed().replace(LINE_ENDS, "\n").replaceAll("\t", " ").replace(UNSHOWABLE, "");

/** The same in one line: for a title, a bookmark, a footer. */
export const inOneLine = (text: string): string => readable(text).replaceAll("\n", " ").trim();
