"use client";
import { DoorOpen } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { countShifts } from "@/components/exit/shifts";
import { windows } from "@/components/lock/windows";

type Props = {
  to: string;
  label: string;
  hint: string;
  /** What is said after Shift was pressed once, and twice. */
  more: readonly [string, string];
  expired: string;
  leaving: string;
};

/**
 * Leaves the page by a click or Shift three times, as GOV.UK's "Exit this page" is used: what stood here is dark at once, the
 * device locks, and Back does not lead to it. Without script it is a form that locks and leads away.
 */
export function ExitControl({ to, label, hint, more, expired, leaving }: Props) {
  const [pressed, setPressed] = useState(0);
  const [says, setSays] = useState("");
  const here = useRef<HTMLFormElement>(null);
  const everywhere = useRef<ReturnType<typeof windows>>(null);

  const goDark = () => {
    // All but the one who says so, to whoever hears the page and does not see it.
    const mine = here.current?.closest("aside");
    for (const part of document.body.children) if (part instanceof HTMLElement) part.hidden = part !== mine;
    here.current?.setAttribute("hidden", "");
    document.title = "";
  };
  const leave = useEffectEvent(() => {
    goDark();
    setSays(leaving);
    void fetch("/exit", { method: "POST", keepalive: true, redirect: "manual" }).catch(() => {});
    window.location.replace(to);
  });
  const exit = () => {
    everywhere.current?.say("exited");
    leave();
  };
  const press = useEffectEvent((times: number) => {
    if (times === 3) return exit();
    setPressed(times);
    setSays(times === 0 ? expired : (more[times - 1] ?? ""));
  });

  useEffect(() => {
    const others = windows((said) => said === "exited" && leave());
    everywhere.current = others;
    const stopCounting = countShifts((times) => press(times));
    // Kept by the browser for Back, perhaps from before it was left.
    const restored = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      document.documentElement.hidden = true;
      window.location.reload();
    };
    window.addEventListener("pageshow", restored);
    return () => {
      others.leave();
      stopCounting();
      window.removeEventListener("pageshow", restored);
    };
  }, []);

  return (
    <>
      <span role="status" className="sr-only">
        {says}
      </span>
      <form
        ref={here}
        method="post"
        action="/exit"
        onSubmit={(event) => {
          event.preventDefault();
          exit();
        }}
      >
        <button
          type="submit"
          title={hint}
          className="inline-flex min-h-11 items-center gap-2 rounded-ss-lg border-s border-t border-line bg-sheet px-4 text-sm font-medium whitespace-nowrap -outline-offset-2 hover:bg-wash wide:min-h-12 wide:px-5 [&_svg]:size-5 [&_svg]:text-accent"
        >
          <DoorOpen />
          {label}
          {pressed > 0 && (
            <span aria-hidden="true" className="flex gap-1">
              {[1, 2, 3].map((place) => (
                <span
                  key={place}
                  className={`size-1.5 rounded-full ${place <= pressed ? "bg-accent" : "bg-line"}`}
                />
              ))}
            </span>
          )}
        </button>
      </form>
    </>
  );
}
