/** What one word of a search can be; `part`, `begin` and `id` are patterns of LIKE. */
export interface SearchWord {
  /** Part of a name. */
  part: string;
  /** The beginning of a class. */
  begin: string;
  /** The beginning of an idperson; null where it is none. */
  id: string | null;
  /** The beginning of a telephone number without its zero or the country's code; null where it is none. */
  nomor: string | null;
}

/** What people write in a telephone number beside its digits. */
const BETWEEN_DIGITS = /[\s().+-]/g;
const PHONE = /^[\d\s().+-]+$/;
/** Of a number at home the beginning will do; where its zero is missing it must be long enough to be none but a number. */
const HOME = /^(?:0062|62|0)0?([1-9]\d{2,13})$/;
const WITHOUT_ZERO = /^(8[1-9]\d{5,10})$/;

/** What of that is overlooked in a number that is stored; the database is told the same, sign by sign. */
export const OVERLOOKED = [' ', '-', '.', '(', ')', '+'];
const IS_OVERLOOKED = new RegExp(`[${OVERLOOKED.map((sign) => `\\${sign}`).join('')}]`, 'g');
/** A number begins where the text does, after a zero, and after the country's code; of more digits nobody asks. */
const NUMBERS = /(?<=^|0|62)(?=([1-9]\d{2,13}))/g;

/** The words that are searched, all to be found in whatever order; a telephone number is one word, however it is written. */
export function searchWords(text: string | undefined): SearchWord[] {
  const search = text?.trim() ?? '';
  const whole = PHONE.test(search) ? search.replace(BETWEEN_DIGITS, '') : '';
  const words = nomorOf(whole) === null ? search.split(/\s+/).filter(Boolean) : [whole];
  return words.map((word) => ({
    part: `%${escapeLike(word)}%`,
    begin: `${escapeLike(word)}%`,
    id: /^\d+$/.test(word) ? `${word}%` : null,
    nomor: nomorOf(word),
  }));
}

/** All that a stored telephone number can be found by: what is searched is the beginning of one of them. */
export function nomorIn(phone: string | null): string[] {
  const digits = phone?.replace(IS_OVERLOOKED, '') ?? '';
  return [...new Set(Array.from(digits.matchAll(NUMBERS), ([, nomor]) => nomor!))];
}

function nomorOf(word: string): string | null {
  const digits = word.replace(BETWEEN_DIGITS, '');
  const [, home] = HOME.exec(digits) ?? WITHOUT_ZERO.exec(digits) ?? [];
  return home ?? null;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
