// Loaded before our own modules in a process with threads: tsx by itself reads TypeScript in the first thread only.
import { register } from "tsx/esm/api";

register();
