/** A trouble whose message tells the user everything that is needed; it is shown without a stack. */
export class LauncherError extends Error {}

/** What the system refuses, by its codes. @type {Record<string, string>} */
const REFUSED = {
  ENOSPC: 'the disk is full',
  EDQUOT: "this user's share of the disk is used up",
  EROFS: 'this disk takes no changes',
  EACCES: 'this user may not do that there',
  EPERM: 'this user may not do that there',
};

/**
 * Runs a script's story and turns its troubles into an exit code.
 * @param {() => Promise<void>} story
 * @param {() => void} [onFailure] has the last word
 */
export async function runScript(story, onFailure) {
  try {
    await story();
  } catch (error) {
    process.stderr.write(`\n${inWords(error)}\n`);
    process.exitCode = 1;
    onFailure?.();
  }
}

/** @param {unknown} error */
function inWords(error) {
  if (error instanceof LauncherError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  const refused = REFUSED[code ?? ''];
  return refused && path ? `${path} cannot be written: ${refused} (${code}).` : error.stack;
}
