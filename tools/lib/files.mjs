/** Files that are there whole or not at all, whatever happens while they are written. */
import fs from 'node:fs';

/** Replaces the file. @param {string} file @param {string} content @param {number} mode */
export function writeWhole(file, content, mode) {
  const beside = writeBeside(file, content, mode);
  try {
    fs.renameSync(beside, file);
  } finally {
    fs.rmSync(beside, { force: true });
  }
}

/** Whether the file could be made; false where there is one already. @param {string} file @param {string} content @param {number} mode */
export function createWhole(file, content, mode) {
  const beside = writeBeside(file, content, mode);
  try {
    link(beside, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(beside, { force: true });
  }
}

/** @param {string} from @param {string} to */
function link(from, to) {
  try {
    fs.linkSync(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error) ?? '')) throw error;
    // A file system without links, as of a shared folder.
    fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
  }
}

/** @param {string} file @param {string} content @param {number} mode */
function writeBeside(file, content, mode) {
  const beside = `${file}.${process.pid}.new`;
  try {
    fs.writeFileSync(beside, content, { mode, flush: true });
  } catch (error) {
    fs.rmSync(beside, { force: true });
    // What could not be opened has its path already, what could not be written has not.
    throw Object.assign(/** @type {Error} */ (error), { path: file });
  }
  return beside;
}

/** What is left on the disk of a folder. @param {string} folder */
export function megabytesLeft(folder) {
  const { bavail, bsize } = fs.statfsSync(folder);
  return Math.floor((bavail * bsize) / 2 ** 20);
}

/** @param {unknown} error */
export const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code;
