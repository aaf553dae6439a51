/** What one word of a search can be, as patterns of LIKE. */
export interface SearchWord {
  /** Part of a name. */
  part: string;
  /** The beginning of a class. */
  begin: string;
  /** The beginning of an idperson; null where it is none. */
  id: string | null;
  /** Telephone numbers without what stands between their digits; none where it is none. */
  phones: string[];
}

/** What people write in a telephone number beside its digits. */
const BETWEEN_DIGITS = /[\s().+-]/g;
const PHONE = /^[\d\s().+-]+$/;
/** Of a number at home the beginning will do; where its zero is missing it must be long enough to be none but a number. */
const HOME = /^(?:0062|62|0)0?([1-9]\d{2,13})$/;
const WITHOUT_ZERO = /^(8[1-9]\d{5,10})$/;

/** The words that are searched, all to be found in whatever order; a telephone number is one word, however it is written. */
export function searchWords(text: string | undefined): SearchWord[] {
  const search = text?.trim() ?? '';
  const whole = PHONE.test(search) ? search.replace(BETWEEN_DIGITS, '') : '';
  const words = phonesOf(whole).length > 0 ? [whole] : search.split(/\s+/).filter(Boolean);
  return words.map((word) => ({
    part: `%${escapeLike(word)}%`,
    begin: `${escapeLike(word)}%`,
    id: /^\d+$/.test(word) ? `${word}%` : null,
    phones: phonesOf(word),
  }));
}

/** How a number may be stored that is written this way: with a zero, with the country's code, or with neither. */
function phonesOf(word: string): string[] {
  const digits = word.replace(BETWEEN_DIGITS, '');
  const [, home] = HOME.exec(digits) ?? WITHOUT_ZERO.exec(digits) ?? [];
  return home ? [`%0${home}%`, `%62${home}%`, `${home}%`] : [];
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
