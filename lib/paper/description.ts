/** What a document is to show, in words that can be sent from thread to thread: plain values only, measures in points. */
export type Description = {
  readonly title: string;
  /** A BCP 47 tag, as "en". */
  readonly language: string;
  /** The day it was made on, YYYY-MM-DD; the file says nothing else of when. */
  readonly day: string;
  readonly size: "a4" | "letter";
  /** Stands at the foot of each page; `pages` holds {page} and {pages}, as "{page} of {pages}". */
  readonly footer: { readonly text: string; readonly pages: string };
  /** A line in the outer margin of each page. */
  readonly watermark?: string;
  readonly blocks: readonly Block[];
};

/** Whose: each has a colour, a rule and a mark of its own, so that none of them is the only sign. */
export type Voice = 0 | 1;

export type Block = Leaf | Voices | { readonly is: "pageBreak" } | KeepTogether;

/** What can stand in a column as well as on a page. */
export type Leaf =
  | Heading
  | Paragraph
  | List
  | KeyValue
  | Table
  | Said
  | Figure
  | Gap
  | { readonly is: "rule" };

/** Bookmarked, nested by level; never the last on its page. */
export type Heading = { readonly is: "heading"; readonly level: 1 | 2 | 3; readonly text: string };

export type Paragraph = {
  readonly is: "paragraph";
  readonly text: string;
  /** `body` unless given. */
  readonly style?: "body" | "small" | "quiet";
};

export type List = { readonly is: "list"; readonly entries: readonly string[] };

export type KeyValue = { readonly is: "keyValue"; readonly rows: readonly (readonly [string, string])[] };

export type Table = {
  readonly is: "table";
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How wide the columns are to one another; equal unless given. */
  readonly widths?: readonly number[];
  /** Whether the first cell of a row names it. */
  readonly rowHeads?: boolean;
};

/** One thing that one voice says. */
export type Said = {
  readonly is: "said";
  readonly voice: Voice;
  readonly name: string;
  readonly day?: string;
  readonly kind?: string;
  readonly text?: string;
  readonly numbers?: string;
};

/** A quiet line where something is not there, or time passes. */
export type Gap = { readonly is: "gap"; readonly text: string };

/** Two voices beside each other, over as many pages as they need; a column may be empty. */
export type Voices = { readonly is: "voices"; readonly columns: readonly [Column, Column] };
export type Column = {
  readonly voice: Voice;
  /** Stands above the column on each of its pages; "" where what is in it says whose it is. */
  readonly name: string;
  readonly blocks: readonly Leaf[];
};

/** On one page if a page is long enough for it. */
export type KeepTogether = { readonly is: "keepTogether"; readonly blocks: readonly Leaf[] };

/** A drawing as wide as its column, never split nor parted from what is under it in a column; `alt` says in words what it shows. */
export type Figure = {
  readonly is: "figure";
  readonly alt: string;
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
  readonly paths: readonly Path[];
  readonly marks?: readonly Mark[];
  readonly texts?: readonly Label[];
  /** The highest it may become; it is drawn narrower then. */
  readonly maxHeight?: number;
};

/** `d` as in SVG, in the units of the viewBox; `width` and `dash` in points. */
export type Path = {
  readonly d: string;
  readonly stroke?: Colour;
  readonly fill?: Colour;
  readonly width?: number;
  readonly dash?: readonly number[];
};

/** `size` is its diameter in points; hollow unless filled. */
export type Mark = {
  readonly shape: "circle" | "diamond" | "square" | "cross";
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: Colour;
  readonly filled?: boolean;
};

/** One line; `y` is its baseline, `size` in points. */
export type Label = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** `start` unless given. */
  readonly anchor?: "start" | "middle" | "end";
  /** 7.5 unless given. */
  readonly size?: number;
  readonly colour?: Colour;
  readonly strong?: boolean;
};

export type Ink =
  | "text"
  | "muted"
  | "edge"
  | "line"
  | "wash"
  | "voice-0"
  | "voice-1"
  | "accent"
  | "deep"
  | "plum"
  | "umber"
  | "sea"
  | "ash"
  | "rose"
  | "moss"
  | "ember"
  | "amber";

/** An ink, or one thinned with white: 0 is white, 1 the ink itself. */
export type Colour = Ink | { readonly ink: Ink; readonly tint: number };
