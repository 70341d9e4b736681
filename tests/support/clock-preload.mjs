// Loaded into a server under test before anything else: its clock starts at CLOCK_STARTS_AT and goes on from wherever the
// test sets it. Postgres and the browser keep the real time.
const Real = Date;
const realNow = Real.now.bind(Real);
let ahead = Number(process.env.CLOCK_STARTS_AT) - realNow();
const now = () => realNow() + ahead;

globalThis.Date = new Proxy(Real, {
  construct: (real, given, as) => Reflect.construct(real, given.length > 0 ? given : [now()], as),
  apply: () => new Date().toString(),
});
Real.now = now;
Real.prototype.constructor = Date;

process.on("message", ({ clock }) => {
  if (clock === undefined) return;
  ahead = clock - realNow();
  process.send({ clock });
});
