import { LauncherError } from './launcher-error.mjs';

/** The value of an option that counts something. @param {string} name @param {string | undefined} given @param {number} fallback */
export function wholeNumber(name, given, fallback) {
  if (given === undefined) return fallback;
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new LauncherError(`--${name}: given "${given}", allowed a whole number from 1`);
}
