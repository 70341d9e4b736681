#!/usr/bin/env node
// Prisma's schema engine in WASM, behind the protocol Prisma's own CLI speaks to its native one:
// JSON-RPC, one message a line. The native engine is a download, and not every machine may download.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: "string", multiple: true, default: [] },
    datasource: { type: "string", default: "{}" },
  },
});
const datasource = JSON.parse(options.datasource);

// A panic inside the engine cannot be caught: say it where the CLI looks for the last words of its engine.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => log("ERROR", { message }) };
process.on("uncaughtException", () => process.exit(1));

if (positionals[0] === "cli") await answerOnce(positionals[1]);
else serve();

/** Answers the CLI's requests in the order they arrive, until it closes our input. */
function serve() {
  let engine;
  let previous = Promise.resolve();
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on("line", (line) => {
    const request = JSON.parse(line);
    if (!request.method) return;
    previous = previous.then(async () => {
      try {
        engine ??= startEngine();
        const result = await answer(await engine, request);
        send({ id: request.id, result: result ?? null });
      } catch (error) {
        send({ id: request.id, error: asRpcError(error) });
      }
    });
  });
  lines.on("close", () => previous.then(() => process.exit(0)));
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

async function startEngine() {
  const file = fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const bytes = readFileSync(file.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": wasm });
  wasm.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const files = options.datamodels.map((path) => [path, readFileSync(path, "utf8")]);
  const datamodels = files.length > 0 ? files : undefined;
  const adapter = bindMigrationAwareSqlAdapterFactory(mendedFactory());
  return wasm.SchemaEngine.new({ datamodels }, () => {}, adapter);
}

async function answer(engine, { id, method, params }) {
  if (method === "getDatabaseVersion") return engine.version(params);
  if (method === "createDatabase") return { databaseName: await createDatabase(datasource.url) };
  if (method === "diff") {
    const { exitCode, stdout } = await engine.diff(params);
    if (stdout) send({ id: `print-${id}`, method: "print", params: { content: stdout } });
    return { exitCode, stdout: null };
  }
  return engine[method](params);
}

function asRpcError(error) {
  const { message, code } = error ?? {};
  const text = message || String(error);
  return { code: 4466, message: text, data: { message: text, error_code: code ?? null, is_panic: false } };
}

/** The published adapter, with what keeps it from serving migrations put right. */
function mendedFactory() {
  const main = () =>
    new PrismaPg({ ...connection(datasource.url), ...oneSession }, { schema: schemaOf(datasource.url) });
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: async () => mended(await main().connect()),
    connectToShadowDb: async () => {
      if (datasource.shadowDatabaseUrl) {
        return mended(
          await new PrismaPg({ ...connection(datasource.shadowDatabaseUrl), ...oneSession }).connect(),
        );
      }
      const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
      await asAdministrator(datasource.url, (client) => client.query(`create database "${database}"`));
      const shadow = mended(
        await new PrismaPg({ ...connection(datasource.url), ...oneSession, database }).connect(),
      );
      const close = shadow.dispose.bind(shadow);
      shadow.dispose = async () => {
        await close();
        await asAdministrator(datasource.url, (client) => client.query(`drop database "${database}"`));
      };
      return shadow;
    },
  };
}

// The engine takes an advisory lock and expects to stay in the session that holds it.
const oneSession = { max: 1, idleTimeoutMillis: 0 };

function connection(url) {
  if (!url) throw new Error("DATABASE_URL is not set: it names the database that Prisma should work on.");
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url });
  return { host, port, user, password, database, ssl };
}

function schemaOf(url) {
  return new URL(url).searchParams.get("schema") ?? undefined;
}

const CHAR_OID = 18;
const TEXT_OID = 25;

function mended(queryable) {
  const { performIO, queryRaw, startTransaction, executeScript } = queryable;
  // The catalogue's one-letter type "char" is unknown to the adapter: read it as text, name it a character.
  queryable.queryRaw = async (query) => {
    let fields = [];
    const reader = Object.create(queryable);
    reader.performIO = async (asked) => {
      const found = await performIO.call(queryable, asked);
      fields = found.fields;
      const known = fields.map((field) =>
        field.dataTypeID === CHAR_OID ? { ...field, dataTypeID: TEXT_OID } : field,
      );
      return { rows: found.rows, fields: known };
    };
    const read = await queryRaw.call(reader, query);
    const columnTypes = read.columnTypes.map((type, i) =>
      fields[i].dataTypeID === CHAR_OID ? ColumnTypeEnum.Character : type,
    );
    return { ...read, columnTypes };
  };
  if (startTransaction) {
    queryable.startTransaction = async (level) => mended(await startTransaction.call(queryable, level));
  }
  // The adapter cuts scripts at every semicolon, function bodies included; Postgres reads a script whole.
  if (executeScript) {
    queryable.executeScript = async (script) => {
      await queryable
        .underlyingDriver()
        .query(script)
        .catch((error) => queryable.onError(error));
    };
  }
  return queryable;
}

/** `cli can-connect-to-database | create-database | drop-database`: one question, answered by the exit code. */
async function answerOnce(command) {
  try {
    if (command === "can-connect-to-database")
      await withClient(datasource.url, {}, (client) => client.query("select 1"));
    else if (command === "create-database") await createDatabase(datasource.url);
    else if (command === "drop-database") await dropDatabase(datasource.url);
    else throw new Error(`The schema engine has no command "${command}".`);
    log("INFO", { message: "done" });
  } catch (error) {
    // The CLI skips the first line of what it reads here.
    log("INFO", { message: command });
    log("ERROR", { ...named(error), is_panic: false });
    process.exitCode = 1;
  }
}

function log(level, fields) {
  const entry = { timestamp: new Date().toISOString(), level, fields, target: "schema_engine::logger" };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}

/** Postgres' reasons in the codes that the CLI acts on. */
function named(error) {
  const { host, port, user, database } = connection(datasource.url);
  if (error.code === "3D000")
    return { error_code: "P1003", message: `Database \`${database}\` does not exist` };
  if (error.code === "28P01" || error.code === "28000") {
    return { error_code: "P1000", message: `Authentication failed for \`${user}\` at \`${host}\`` };
  }
  if (error.code === "42P04")
    return { error_code: "P1009", message: `Database \`${database}\` already exists` };
  if (error.syscall)
    return { error_code: "P1001", message: `Can't reach database server at \`${host}:${port}\`` };
  return { error_code: "P1010", message: error.message };
}

async function createDatabase(url) {
  const { database } = connection(url);
  await asAdministrator(url, (client) =>
    client.query(`create database ${client.escapeIdentifier(database)}`),
  );
  return database;
}

async function dropDatabase(url) {
  const { database } = connection(url);
  await asAdministrator(url, (client) => client.query(`drop database ${client.escapeIdentifier(database)}`));
}

function asAdministrator(url, work) {
  return withClient(url, { database: "postgres" }, work);
}

async function withClient(url, overrides, work) {
  const client = new pg.Client({ ...connection(url), ...overrides });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
