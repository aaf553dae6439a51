/** Runs the simulator as a process of its own. */
import { readOptions } from './env';
import { startSimulator } from './simulator';

async function main(): Promise<void> {
  const simulator = await startSimulator(readOptions());
  process.stdout.write(`simulator listening on ${simulator.url}\n`);
  process.send?.({ type: 'ready', url: simulator.url });
  const stop = () => void simulator.close().then(() => process.exit(0));
  // Whoever started it and listens for it is gone.
  process.once('SIGTERM', stop).once('SIGINT', stop).once('disconnect', stop);
}

main().catch((error: Error) => {
  process.stderr.write(`simulator: ${error.message}\n`);
  process.exitCode = 1;
});
