// npm run build: what npm start would install, generate and build, without starting it.
import { prepare } from "./prepare.mjs";
import { tell } from "./root.mjs";

try {
  await prepare({ build: true });
} catch (error) {
  tell(error);
  process.exitCode = 1;
}
