/** Answers that the payment service might send one day, each with what must become of it. */

type Text = (idperson: string) => string;

/** `stored`: to the letter; else the reason for which what was stored before stays. */
export type Right =
  'stored' | 'contradictory_figures' | 'not_storable' | 'invalid_answer' | 'not_json' | string;

const plain = { unit_id: '7', unit_name: 'Juli', amount_billed: 125000, amount_paid: '125000' };
const paid = { ...plain, remaining_balance: 0, payment_status: 'paid', journal_date: '2025-07-10' };

const answer = (idperson: string, periods: object[], more = ''): string =>
  `{"data":[{"idperson":${idperson},"saldo":"0"${more},"periods":${JSON.stringify(periods)}}]}`;
const period = (items: object[], summary: unknown = null, ofCategory: unknown = null) => ({
  period_id: '20252026',
  kelas_info: '8A',
  summary,
  categories: [{ category_name: 'SPP', summary: ofCategory, items }],
});

/** One bill that differs from a plain one; three school years, so that none looks as if it had fewer than before. */
const bill = (changes: object, ...summaries: unknown[]): Text => {
  return (idperson) => answer(idperson, years(period([{ ...paid, ...changes }], ...summaries)));
};
/** A bill written as text, for what JSON.stringify would not write. */
const rawBill = (field: string, raw: string): Text => {
  return (idperson) => bill({ [field]: '@' })(idperson).replace('"@"', raw);
};
const extra = (raw: string): Text => {
  return (idperson) => answer(idperson, years(period([paid])), `,"extra":${raw}`);
};
const bills = (count: number, changes: object = {}): Text => {
  return (idperson) =>
    answer(
      idperson,
      years(period(Array.from({ length: count }, (_, n) => ({ ...paid, ...changes, unit_id: String(n) })))),
    );
};
const years = (first: object) => [
  first,
  ...['20242025', '20232024', '20222023', '20212022', '20202021', '20192020'].map((period_id) => ({
    period_id,
    categories: null,
  })),
];
const nested = (open: string, close: string, deep: number) => open.repeat(deep) + close.repeat(deep);

export const ODD_ANSWERS: readonly [name: string, text: Text, right: Right][] = [
  ['a plain one', bill({}), 'stored'],
  ['430 bills, 69 kB', bills(430), 'stored'],
  ['6,500 bills, 1 MB', bills(6_500), 'stored'],
  ['more than 5 MB', bills(45_000), 'too_large'],
  [
    'a sum beyond a number',
    bills(1_100, { amount_paid: 9007199254740991, remaining_balance: null }),
    'invalid_answer',
  ],
  ['half an emoji in a name', rawBill('unit_name', '"Bulan \\ud83d"'), 'not_storable'],
  ['the other half', rawBill('unit_name', '"\\ude00 Bulan"'), 'not_storable'],
  ['half an emoji in a key', extra('{"\\ud83d":1}'), 'not_storable'],
  ['a whole emoji, escaped', rawBill('unit_name', '"Bulan \\ud83d\\ude00"'), 'stored'],
  ['a NUL in a name', rawBill('unit_name', '"Ju\\u0000li"'), 'stored'],
  ['control characters', rawBill('unit_name', '"Ju\\u001b[31mli\\n"'), 'stored'],
  ['an escaped slash', rawBill('unit_name', '"SPP 7\\/2025"'), 'stored'],
  ['a name of 100 kB', bill({ unit_name: 'x'.repeat(100_000) }), 'stored'],
  ['Arabic, Javanese and right to left', bill({ unit_name: 'رسوم ꦱꦏ \u202eabc' }), 'stored'],
  ['SQL in a name', bill({ unit_name: `'; DROP TABLE siswa; --` }), 'stored'],
  ['HTML in a name', bill({ unit_name: '<img src=x onerror=alert(1)>' }), 'stored'],
  ['lists 29 deep', extra(nested('[', ']', 29)), 'stored'],
  ['lists 30 deep', extra(nested('[', ']', 30)), 'not_storable'],
  ['lists 20,000 deep', extra(nested('[', ']', 20_000)), 'not_storable'],
  ['objects 300 deep', extra(`${'{"a":'.repeat(300)}1${'}'.repeat(300)}`), 'not_storable'],
  ['a number too large for JavaScript', extra('1e400'), 'stored'],
  ['a long decimal', extra('0.1234567890123456789'), 'stored'],
  ['a number of 25 digits', extra('1234567890123456789012345'), 'stored'],
  ['a minus zero', extra('-0'), 'stored'],
  ['a trailing zero', extra('1.50'), 'stored'],
  ['a repeated key', extra('{"a":1,"a":2}'), 'invalid_answer'],
  [
    'a repeated amount',
    (id) => bill({})(id).replace('"amount_billed":125000', '"amount_billed":0,"amount_billed":125000'),
    'invalid_answer',
  ],
  ['keys of prototypes', extra('{"__proto__":{"a":1},"constructor":2}'), 'stored'],
  ['keys that are numbers', extra('{"10":1,"9":2}'), 'stored'],
  ['spaces and lines', (id) => JSON.stringify(JSON.parse(bill({})(id)), null, 2), 'stored'],
  ['a mark at its beginning', (id) => `\ufeff${bill({})(id)}`, 'stored'],
  ['more beside the data', (id) => bill({})(id).replace('{"data"', '{"meta":{"data":[]},"data"'), 'stored'],
  ['Indonesian thousands', bill({ amount_paid: '150.000' }), 'invalid_answer'],
  ['two of them', bill({ amount_paid: '1.250.000' }), 'invalid_answer'],
  ['a comma', bill({ amount_paid: '125000,00' }), 'invalid_answer'],
  ['half a rupiah', bill({ amount_billed: 125000.5 }), 'invalid_answer'],
  ['half a rupiah as text', bill({ amount_billed: '125000.50' }), 'invalid_answer'],
  ['a rupiah and nearly nothing', rawBill('amount_billed', '125000.00000000000000001'), 'invalid_answer'],
  ['zeros behind the point', bill({ amount_paid: '125000.00' }), 'stored'],
  ['an exponent', rawBill('amount_billed', '1.25e5'), 'stored'],
  ['an exponent as text', bill({ amount_paid: '1.25e5' }), 'invalid_answer'],
  ['hexadecimal', bill({ amount_paid: '0x1E848' }), 'invalid_answer'],
  ['a currency', bill({ amount_paid: 'Rp 125000' }), 'invalid_answer'],
  ['no text at all', bill({ amount_paid: '' }), 'invalid_answer'],
  ['true', bill({ amount_paid: true }), 'invalid_answer'],
  ['a list', bill({ amount_paid: [125000] }), 'invalid_answer'],
  ['an amount beyond a number', rawBill('amount_paid', '9007199254740993'), 'invalid_answer'],
  ['a missing amount', bill({ amount_paid: undefined }), 'invalid_answer'],
  ['null that nothing agrees with', bill({ amount_billed: null, remaining_balance: null }), 'invalid_answer'],
  ['null that the balance agrees with', bill({ amount_billed: null, remaining_balance: -125000 }), 'stored'],
  ['a balance that is none', bill({ remaining_balance: 'lunas' }), 'invalid_answer'],
  [
    'a balance that contradicts',
    bill({ amount_paid: 0, remaining_balance: -125000 }),
    'contradictory_figures',
  ],
  ['a category’s that does', bill({}, null, { total_remaining: -5 }), 'contradictory_figures'],
  ['a period’s that does', bill({}, { total_remaining: '5' }), 'contradictory_figures'],
  [
    'an empty summary beside an unpaid bill',
    bill({ amount_billed: 0, remaining_balance: -125000 }, {}),
    'stored',
  ],
  [
    'a summary without what was paid',
    bill({}, { total_paid: 125000, total_billed: null, fully_paid: true }),
    'stored',
  ],
  ['a due date that is none', bill({ journal_date: '10/07/2025' }), 'stored'],
  ['a due date that is a number', bill({ journal_date: 20250710 }), 'stored'],
  ['no bills but a list', (id) => bill({})(id).replace('"items":[', '"items":[[],'), 'invalid_answer'],
  ['a comment behind the JSON', (id) => `${bill({})(id)}\n<!-- 12 ms -->`, 'not_json'],
  ['two answers', (id) => bill({})(id) + bill({})(id), 'not_json'],
  ['a refusal with words', () => '{"status":false,"message":"Siswa diblokir"}', 'upstream_refused'],
  [
    'another student, nearly',
    (id) => bill({})(id).replace(`"idperson":${id}`, `"idperson":"${id}.0"`),
    'wrong_student',
  ],
];

/** The text of the answer's `data`, as it is to be stored. */
export function dataOf(text: string): string {
  const from = text.lastIndexOf('"data":') + '"data":'.length;
  return text.slice(from, text.lastIndexOf('}')).trim();
}
