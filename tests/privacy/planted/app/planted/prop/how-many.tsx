"use client";

export const HowMany = ({ rows }: { rows: readonly object[] }) => <p>{rows.length}</p>;
