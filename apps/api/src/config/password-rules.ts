import { PASSWORD_MIN_LENGTH } from '@bantubayar/shared';
import { dictionary } from '@zxcvbn-ts/language-common';

const COMMON = new Set(dictionary['passwords-common'] as string[]);

/** What is wrong with a password that somebody chooses, as an Indonesian phrase; null where nothing is. */
export function passwordProblem(password: string, email: string): string | null {
  const given = password.toLowerCase();
  const local = email.split('@')[0]!;
  if ([...password].length < PASSWORD_MIN_LENGTH) return `paling sedikit ${PASSWORD_MIN_LENGTH} karakter`;
  if (COMMON.has(given)) return 'terlalu umum; pilih yang tidak ada di daftar kata sandi yang sering dipakai';
  if (given === email || given === local) return 'tidak boleh sama dengan e-mail';
  if (new Set(given).size < 3) return 'hanya mengulang karakter yang sama';
  return null;
}

/** The one form of an e-mail address, by which people are found and kept apart. */
export function canonicalEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}
