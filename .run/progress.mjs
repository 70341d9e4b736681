const live = process.stdout.isTTY;

/** Says what is being done, and on a terminal for how long already; then that it is done. */
export async function during(what, work) {
  const since = Date.now();
  const seconds = () => `${((Date.now() - since) / 1000).toFixed(1)} s`;
  if (!live) console.log(`${what} …`);
  const tick = live && setInterval(() => process.stdout.write(`\r\x1b[2K${what} … ${seconds()}`), 200);
  try {
    const result = await work();
    if (live) process.stdout.write(`\r\x1b[2K${what}: ${seconds()}\n`);
    return result;
  } catch (error) {
    if (live) process.stdout.write("\n");
    throw error;
  } finally {
    clearInterval(tick);
  }
}
