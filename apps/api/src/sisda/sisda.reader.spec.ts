import { readPayments, sameAnswer, storedAnswer } from './sisda.reader';

const ID = '255046';
const good = {
  idperson: 255046,
  saldo: '0',
  periods: [{ period_id: '20252026', categories: null }],
  extra: 1,
};

const read = (text: string, { idperson = ID, isWhole = true } = {}) =>
  readPayments({ text, isWhole }, idperson);
/** An answer with this text behind `"extra":`, as it stands on the wire. */
const withExtra = (extra: string) => `{"data":[{"idperson":${ID},"extra":${extra},"periods":[]}]}`;

describe('reading an answer strictly', () => {
  it('keeps the data verbatim, extra fields and all', () => {
    const { pembayaran, hash } = read(JSON.stringify({ data: [good] }));
    expect(pembayaran).toBe(JSON.stringify([good]));
    expect(hash).toHaveLength(32);
    expect(storedAnswer(pembayaran)).toMatchObject({ pembayaran, hash });
  });

  it('knows an answer by the hash of its data, and reads every other one', () => {
    const text = withExtra('1');
    const { pembayaran, hash } = read(text);
    const known = hash.toString('hex');
    const answered = (body: string) => sameAnswer({ text: body, isWhole: true }, known);
    expect(answered(text)).toEqual({ pembayaran, hash, same: true });
    const others = [withExtra('2'), `${text} `, text.slice(0, -1), `${text.slice(0, -1)},"status":false}`];
    for (const other of ['', '{}', '{"data":', ...others]) expect(answered(other)).toBeNull();
  });

  it.each([
    '1e400',
    '0.1234567890123456789',
    '12345678901234567890123456789',
    '-0',
    '1.50',
    '9007199254740993.0',
    '"\\u00e9 \\/ \\ud83d\\ude00"',
    '{ "spasi" : [ 1 , 2 ] }',
    '{"2":0,"1":0}',
    '['.repeat(29) + ']'.repeat(29),
  ])('keeps %s to the letter', (extra) => {
    const text = withExtra(extra);
    expect(read(text).pembayaran).toBe(text.slice('{"data":'.length, -1));
  });

  it('finds the data among other members', () => {
    const text = `{ "meta": {"data": 1e400}, "data" : [${JSON.stringify(good)}] , "ms": 1.0 }`;
    expect(read(text).pembayaran).toBe(`[${JSON.stringify(good)}]`);
  });

  it('does not mind what stands beside the data', () => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    expect(read(`{"meta":${deep},"ms":1e400,"data":[]}`).pembayaran).toBe('[]');
  });

  it('accepts a student without payments', () => {
    expect(read('{"data":[]}')).toMatchObject({
      pembayaran: '[]',
      ringkasan: { jumlahPeriode: 0 },
    });
  });

  it('compares a long idperson by its digits', () => {
    const idperson = '18446744073709551615';
    const body = `{"data":[{"idperson":${idperson},"periods":[]}]}`;
    expect(read(body, { idperson }).pembayaran).toContain(`:${idperson},`);
    expect(() => read(body, { idperson: '18446744073709551614' })).toThrow(
      expect.objectContaining({ reason: 'wrong_student' }),
    );
  });

  it.each([
    ['<html>Galat</html>', 'not_json', false],
    ['', 'not_json', true],
    ['{"data":[{"idperson":255046,"per', 'not_json', true],
    ['{"data":[]}\n<!-- 12 ms -->', 'not_json', false],
    ['null', 'no_data', false],
    ['[]', 'no_data', false],
    ['{}', 'no_data', false],
    ['{"data":null}', 'no_data', false],
    ['{"data":{}}', 'no_data', false],
    ['{"status":false,"message":"gagal"}', 'upstream_refused', false],
    ['{"status":false,"data":[]}', 'upstream_refused', false],
    ['{"data":[{"idperson":255046}]}', 'no_periods', false],
    ['{"data":[{"idperson":255046,"periods":null}]}', 'no_periods', false],
    ['{"data":[{"idperson":1,"periods":[]}]}', 'wrong_student', false],
    ['{"data":[null]}', 'invalid_answer', false],
    ['{"data":[{"periods":[]},{"periods":[]}]}', 'invalid_answer', false],
    ['{"data":[{"periods":[null]}]}', 'invalid_answer', false],
    ['{"data":[{"periods":[{"kelas_info":"8A"}]}]}', 'invalid_answer', false],
    ['{"data":[{"periods":[{"period_id":"1","categories":"x"}]}]}', 'invalid_answer', false],
    ['{"data":[{"periods":[{"period_id":"1","categories":[{"items":[1]}]}]}]}', 'invalid_answer', false],
    ['{"data":[{"periods":[{"period_id":"1","summary":{"total_paid":"x"}}]}]}', 'invalid_answer', false],
    [withExtra('{"a":1,"a":1}'), 'invalid_answer', false],
    [withExtra('"Bulan \\ud83d"'), 'not_storable', false],
    [withExtra('['.repeat(30) + ']'.repeat(30)), 'not_storable', false],
    [withExtra('{"a":'.repeat(30) + '1e400' + '}'.repeat(30)), 'not_storable', false],
    [withExtra('['.repeat(20_000) + ']'.repeat(20_000)), 'not_storable', false],
  ])('refuses %.60s as %s', (body, reason, retryable) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ reason, retryable, outage: false }));
  });

  it('takes an early end for a cut connection only where HTTP did not say how long the answer is', () => {
    const cut = { reason: 'connection_cut', retryable: true, outage: true };
    expect(() => read('{"data":[', { isWhole: false })).toThrow(expect.objectContaining(cut));
    expect(() => read('{"data":[]} <!-- -->', { isWhole: false })).toThrow(
      expect.objectContaining({ reason: 'not_json' }),
    );
  });

  it('repeats what the service says, on one line and shortened', () => {
    const message = `Siswa\ndiblokir \u0000${'x'.repeat(300)}`;
    expect(() => read(JSON.stringify({ status: false, message }))).toThrow(
      /^Server pembayaran menjawab dengan status gagal: Siswa diblokir x{185}…$/,
    );
  });

  it.each([
    ['[null]', 'data[0] bukan objek'],
    ['[{"periods":[]},{"periods":[]}]', 'data memuat 2 isi, seharusnya satu'],
    ['[{"periods":[{"period_id":"1"},null]}]', 'periods[1] bukan objek'],
    ['[{"periods":[{"period_id":" "}]}]', 'periods[0].period_id tidak ada'],
    ['[{"periods":[{"period_id":"1","summary":[]}]}]', 'periods[0].summary bukan objek'],
    ['[{"periods":[{"period_id":"1","categories":{}}]}]', 'periods[0].categories bukan daftar'],
    [
      '[{"periods":[{"period_id":"1","categories":[{},{"items":[{"amount_billed":0,"amount_paid":0},1]}]}]}]',
      'periods[0].categories[1].items[1] bukan objek',
    ],
  ])('says what of %s is in its wrong place', (data, problem) => {
    const message = `Isi jawaban server pembayaran tidak sesuai: ${problem}`;
    expect(() => read(`{"data":${data}}`)).toThrow(expect.objectContaining({ message, flaw: 'structure' }));
  });

  it('says which amount is none', () => {
    const item = { amount_billed: 0, amount_paid: '125.000' };
    const data = [{ periods: [{ period_id: '1', categories: [{ items: [item] }] }] }];
    expect(() => read(JSON.stringify({ data }))).toThrow(
      expect.objectContaining({
        message: 'Isi jawaban server pembayaran tidak sesuai: amount_paid "125.000" bukan rupiah bulat',
        flaw: 'amount',
      }),
    );
  });
});
