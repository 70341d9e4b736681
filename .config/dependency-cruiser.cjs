// The second law: imports go downstairs only. app → components → lib/<noun> → lib/{auth,web,coach,…} → lib/db → lib/*.ts
const base = "(auth|web|time|i18n|mail|crypto|paper|coach)";
const lib = (folder) => `^lib/${folder}/`;

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          "\\.d\\.ts$",
          "^app/",
          "^(proxy|instrumentation|next\\.config)\\.ts$",
          "^\\.config/",
          "^prisma/",
          "^tests/",
        ],
      },
      to: {},
    },
    {
      name: "app-is-upstairs",
      severity: "error",
      from: { path: "^(components|lib|prisma)/" },
      to: { path: "^app/" },
    },
    {
      name: "components-read-no-data",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^lib/(db/(client|viewer|locked|guest|system)|auth|crypto)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "lib-knows-no-components",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^components/" },
    },
    {
      name: "base-knows-no-nouns",
      severity: "error",
      from: { path: lib(base) },
      to: { path: "^lib/", pathNot: [lib(base), "^lib/db/", "^lib/[^/]+\\.ts$"] },
    },
    {
      name: "db-knows-nothing-above",
      severity: "error",
      from: { path: lib("db") },
      to: { path: "^lib/[^/]+/", pathNot: lib("db") },
    },
    {
      name: "bottom-knows-nothing-above",
      severity: "error",
      from: { path: "^lib/[^/]+\\.ts$" },
      to: { path: "^lib/[^/]+/" },
    },
    {
      name: "five-names-in-a-noun",
      severity: "error",
      from: {
        path: `^lib/(?!${base}|db)[^/]+/(?!(schema|rules|queries|commands|actions)\\.ts$|[a-z-]+\\.json$)`,
      },
      to: {},
    },
    {
      name: "one-door-to-the-database",
      severity: "error",
      from: {
        pathNot: ["^lib/db/", "^lib/auth/gate\\.ts$", "^lib/web/ready\\.ts$", "^app/api/health/", "^tests/"],
      },
      to: { path: "^lib/db/client\\.ts$", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|node_modules|lib/db/generated)" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
