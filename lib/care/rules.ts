/** What is kept of everyday care: something of one's own day to tell, and something kind one noticed. */
export const careKinds = ["from_my_day", "caring_act"] as const;
