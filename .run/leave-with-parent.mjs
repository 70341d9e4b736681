// Loaded into the server: when whoever started it is gone, killed or crashed, the channel closes and the server
// leaves too, so that nothing keeps the port.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
