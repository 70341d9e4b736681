// npm run demo: the same app with one believable couple in it, on a database that is gone afterwards.
import { endInOrder } from "./children.mjs";
import { prepare } from "./prepare.mjs";
import { Stopped, tell } from "./root.mjs";
import { refuseTakenPort, wantedPort } from "./server.mjs";
import { throwAwayApp } from "./throw-away.mjs";

const { onEnd, end, isEnding } = endInOrder("The demo and everything in it is gone.");
try {
  const port = wantedPort();
  await refuseTakenPort(port);
  await prepare({ build: true });
  const { server, origin } = await throwAwayApp({ onEnd, port });
  server.once("close", () => {
    if (isEnding()) return;
    tell(new Stopped("Keel's server ended on its own. What it said stands above."));
    end(1);
  });
  console.log(`The demo is ready at ${origin}. Ctrl-C ends it and throws its database away.`);
} catch (error) {
  if (!isEnding()) tell(error);
  await end(1);
}
