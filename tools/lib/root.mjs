/** Where the repository is, and the commands that it brings along. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {string[]} parts */
export const inRoot = (...parts) => path.join(ROOT, ...parts);

/** @param {string} name */
export const bin = (name) => inRoot('node_modules', '.bin', name);
