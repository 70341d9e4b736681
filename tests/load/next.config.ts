import { join } from "node:path";
import type { NextConfig } from "next";
import product from "../../next.config";

// Copies of the sources are built in folders of .cache (.run/copy.mjs), as deep below the packages as this file is.
const root = join(import.meta.dirname, "../..");

/** The product’s own configuration, for a copy whose packages are above it. */
const config: NextConfig = {
  ...product,
  turbopack: { ...product.turbopack, root },
  outputFileTracingRoot: root,
};

export default config;
