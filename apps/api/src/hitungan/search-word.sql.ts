import { OVERLOOKED, type SearchWord } from '../common/search';
import { allOf, type Condition, type Sql } from '../common/sql';

const MOST_DIGITS = 20;
const LARGEST_ID = 2n ** 64n - 1n;

/** A stored number without what people write between its digits. */
const PHONE_DIGITS = OVERLOOKED.reduce((sql, sign) => `REPLACE(${sql}, '${sign}', '')`, 'siswa.phone');

/** Whether a word is found in a row of `siswa`. */
export const isFound = ({ nomor, ...word }: SearchWord): Condition =>
  anyOf([...inColumns(word, 'siswa', 'KelasFormal'), ...(nomor === null ? [] : [hasPhone(nomor)])]);

/** The same in a row of `siswa_terhitung`, called `was`. */
export const isFoundCounted = ({ nomor, ...word }: SearchWord): Condition =>
  anyOf([...inColumns(word, 'was', 'kelas'), ...(nomor === null ? [] : [hasNomor(nomor)])]);

export const allWords = (words: readonly SearchWord[], of: (word: SearchWord) => Condition): Sql =>
  allOf(words.map(of));

/** Those whose idperson begins with these digits, as spans of `siswa_terhitung`; null where nobody's does. */
export function idsThatBegin(digits: string): Condition | null {
  if (!/^[1-9]/.test(digits) || digits.length > MOST_DIGITS) return null;
  const spans: Condition[] = [];
  for (let more = 0; more <= MOST_DIGITS - digits.length; more++) {
    const from = BigInt(digits) * 10n ** BigInt(more);
    const to = from + 10n ** BigInt(more) - 1n;
    if (from > LARGEST_ID) break;
    spans.push(['idperson BETWEEN ? AND ?', String(from), String(to > LARGEST_ID ? LARGEST_ID : to)]);
  }
  return spans.length > 0 ? anyOf(spans) : null;
}

const inColumns = (
  { part, begin, id }: Omit<SearchWord, 'nomor'>,
  of: string,
  kelas: string,
): Condition[] => [
  [`${of}.nama LIKE ?`, part],
  [`${of}.${kelas} LIKE ?`, begin],
  ...(id === null ? [] : [[`${of}.idperson LIKE ?`, id] as Condition]),
];

/** Taking out what stands between digits is dear: first whether they are there at all, in their order. */
function hasPhone(nomor: string): Condition {
  const inOrder = `%${[...nomor].join('%')}%`;
  const beginnings = [`%0${nomor}%`, `%62${nomor}%`, `${nomor}%`];
  // No other script's digits are taken for these.
  const digits = `${PHONE_DIGITS} COLLATE utf8mb4_bin`;
  return [
    `(siswa.phone LIKE ? AND (${beginnings.map(() => `${digits} LIKE ?`).join(' OR ')}))`,
    ...[inOrder, ...beginnings],
  ];
}

const hasNomor = (nomor: string): Condition => [
  'EXISTS (SELECT 1 FROM siswa_nomor WHERE siswa_nomor.idperson = was.idperson AND nomor LIKE ?)',
  `${nomor}%`,
];

function anyOf(ways: readonly Condition[]): Condition {
  return [`(${ways.map(([sql]) => sql).join(' OR ')})`, ...ways.flatMap(([, ...params]) => params)];
}
