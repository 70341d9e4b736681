import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** What the routes that print read by name when a text needs it (lib/paper/faces.ts), which no tracing can see. */
const FONTS = [
  "node_modules/@fontsource/noto-*/unicode.json",
  "node_modules/@fontsource/noto-sans/files/*-{400,600}-normal.woff",
  "node_modules/@fontsource/noto-sans-{arabic,hebrew}/files/*-{400,600}-normal.woff",
  "node_modules/@fontsource/noto-sans-{sc,jp,kr,math,symbols-2}/files/*-400-normal.woff",
  "node_modules/@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff",
];

const config: NextConfig = {
  output: "standalone",
  // A lock file further up must not move the server that is built here.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  // npm test checks types, over the tests too; who only starts Keel need not wait for it.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: [
    "graphile-worker",
    "@node-rs/argon2",
    "pino",
    "pdfkit",
    "fontkit",
    "bidi-js",
    "linebreak",
  ],
  outputFileTracingIncludes: { "/therapy/packets/*/paper": FONTS, "/notes/*/paper": FONTS },
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "Referrer-Policy", value: "same-origin" },
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "X-Frame-Options", value: "DENY" },
          { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
          { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
          {
            key: "Permissions-Policy",
            value: "camera=(), geolocation=(), microphone=(), interest-cohort=()",
          },
          { key: "X-Robots-Tag", value: "noindex, nofollow" },
        ],
      },
    ];
  },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
