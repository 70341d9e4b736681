import type { ReactNode } from "react";

type Props = {
  as?: "article" | "div" | "li" | "section";
  /** Lies under the surface: outlined instead of raised, for what only its author can see. */
  submerged?: boolean;
  id?: string;
  children: ReactNode;
};

export function Card({ as: Tag = "div", submerged = false, id, children }: Props) {
  const look = submerged ? "border-dashed border-edge" : "border-line bg-sheet";
  return (
    <Tag id={id} className={`rounded-lg border p-4 mid:p-5 ${look}`}>
      {children}
    </Tag>
  );
}
