// Loaded into a server with --require: it ends when the process that started it dies, even by SIGKILL.
// Nothing in the server's own code knows about it.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 10_000).unref();
});
// The channel alone must not keep the server running.
if (process.channel) process.channel.unref();
