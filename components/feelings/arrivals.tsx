"use client";
import { useEffect, useRef, useState } from "react";

/** Tells a screen reader that something of the other's has appeared on the page, without reading all of it out. */
export function Arrivals({ count, sentence }: { count: number; sentence: string }) {
  const before = useRef(count);
  const [says, setSays] = useState("");
  useEffect(() => {
    if (count > before.current) setSays(sentence);
    before.current = count;
  }, [count, sentence]);
  return (
    <p role="status" className="sr-only">
      {says}
    </p>
  );
}
