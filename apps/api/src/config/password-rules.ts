import { PASSWORD_MIN_LENGTH } from '@bantubayar/shared';
import { dictionary } from '@zxcvbn-ts/language-common';
import type { Wrong } from './wrong';

const TOO_SHORT: Wrong = {
  id: `paling sedikit ${PASSWORD_MIN_LENGTH} karakter`,
  en: `must have at least ${PASSWORD_MIN_LENGTH} characters`,
};
const TOO_COMMON: Wrong = {
  id: 'terlalu umum; pilih yang tidak ada di daftar kata sandi yang sering dipakai',
  en: 'must not be one of the most common ones',
};
const SAME_AS_EMAIL: Wrong = { id: 'tidak boleh sama dengan e-mail', en: 'must not be the e-mail address' };
const REPETITION: Wrong = {
  id: 'hanya mengulang karakter yang sama',
  en: 'must not repeat the same characters only',
};
const COMMON = new Set(dictionary['passwords-common'] as string[]);

/** What is wrong with a password that somebody chooses; null where nothing is. */
export function passwordProblem(password: string, email: string): Wrong | null {
  const given = password.toLowerCase();
  const local = email.split('@')[0]!;
  if ([...password].length < PASSWORD_MIN_LENGTH) return TOO_SHORT;
  if (COMMON.has(given)) return TOO_COMMON;
  if (given === email || given === local) return SAME_AS_EMAIL;
  return new Set(given).size < 3 ? REPETITION : null;
}

/** The one form of an e-mail address, by which people are found and kept apart. */
export function canonicalEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}
