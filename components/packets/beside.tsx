import type { ReactNode } from "react";

/** What each of two says beside what the other does, where there is room; what one alone says has all of it. */
export const Beside = ({ dense, children }: { dense?: boolean; children: ReactNode }) => (
  <div className={`grid items-start ${dense ? "gap-3" : "gap-6"} wide:has-[>:nth-child(2)]:grid-cols-2`}>
    {children}
  </div>
);
