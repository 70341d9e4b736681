// Loaded before our own modules run outside Next: "server-only" guards bundles for the browser, and here is no bundle.
import { register } from "node:module";

const hook = `
  export const resolve = (name, context, next) =>
    name === "server-only" ? { url: "data:text/javascript,", shortCircuit: true } : next(name, context);
`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
