type Said = "used" | "locked" | "exited";

/** The other windows that this browser has open here: what one says, all others hear. */
export function windows(hear: (said: Said) => void) {
  const channel = new BroadcastChannel("keel");
  channel.onmessage = ({ data }) => hear(data);
  return {
    say: (said: Said) => channel.postMessage(said),
    leave: () => channel.close(),
  };
}
