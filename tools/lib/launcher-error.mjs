/** A trouble whose message tells the user everything that is needed; it is shown without a stack. */
export class LauncherError extends Error {}

/**
 * Runs a script's story and turns its troubles into an exit code.
 * @param {() => Promise<void>} story
 */
export async function runScript(story) {
  try {
    await story();
  } catch (error) {
    const text =
      error instanceof LauncherError ? error.message : String(error instanceof Error ? error.stack : error);
    process.stderr.write(`\n${text}\n`);
    process.exitCode = 1;
  }
}
