/** What the user sees: lines, and steps that show that they are still going. */

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
const ERASE_LINE = '\r\u001b[2K';

// The terminal was closed, or `head` has read enough: what runs here goes on without being read.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

export const say = (line = '') => void process.stdout.write(`${line}\n`);

/** @param {number} begun a time of performance.now() */
export const secondsSince = (begun) => `${((performance.now() - begun) / 1000).toFixed(1)} s`;

/**
 * Does one long thing, with its name before and its time after it.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const begun = performance.now();
  const stopSpinner = process.stdout.isTTY ? spin(title, begun) : announce(title);
  try {
    const result = await work();
    stopSpinner();
    say(`✓ ${title} (${secondsSince(begun)})`);
    return result;
  } catch (error) {
    stopSpinner();
    say(`✗ ${title} (${secondsSince(begun)})`);
    throw error;
  }
}

/** @param {string} title */
function announce(title) {
  say(`… ${title}`);
  return () => undefined;
}

/** @param {string} title @param {number} begun */
function spin(title, begun) {
  let frame = 0;
  const draw = () => {
    frame = (frame + 1) % FRAMES.length;
    process.stdout.write(`${ERASE_LINE}${FRAMES[frame]} ${title} ${secondsSince(begun)}`);
  };
  const timer = setInterval(draw, FRAME_MS);
  return () => {
    clearInterval(timer);
    process.stdout.write(ERASE_LINE);
  };
}
