/** A trouble whose message tells the user everything that is needed; it is shown without a stack. */
export class LauncherError extends Error {}

/**
 * Runs a script's story and turns its troubles into an exit code.
 * @param {() => Promise<void>} story
 * @param {() => void} [onFailure] has the last word
 */
export async function runScript(story, onFailure) {
  try {
    await story();
  } catch (error) {
    const text =
      error instanceof LauncherError ? error.message : String(error instanceof Error ? error.stack : error);
    process.stderr.write(`\n${text}\n`);
    process.exitCode = 1;
    onFailure?.();
  }
}
