import { readPayments } from './sisda.reader';

const ID = '255046';
const good = {
  idperson: 255046,
  saldo: '0',
  periods: [{ period_id: '20252026', categories: null }],
  extra: 1,
};

describe('reading an answer strictly', () => {
  it('keeps the data verbatim, extra fields and all', () => {
    const { pembayaran, hash } = readPayments(JSON.stringify({ data: [good] }), ID);
    expect(JSON.parse(pembayaran)).toEqual([good]);
    expect(hash).toHaveLength(32);
  });

  it('accepts a student without payments', () => {
    expect(readPayments('{"data":[]}', ID)).toMatchObject({
      pembayaran: '[]',
      ringkasan: { jumlahPeriode: 0 },
    });
  });

  it('compares a long idperson by its digits', () => {
    const long = '18446744073709551615';
    const body = `{"data":[{"idperson":${long},"periods":[]}]}`;
    expect(JSON.parse(readPayments(body, long).pembayaran)[0].idperson).toBe(long);
    expect(() => readPayments(body, '18446744073709551614')).toThrow(
      expect.objectContaining({ reason: 'wrong_student' }),
    );
  });

  it.each([
    ['<html>Galat</html>', 'not_json', false],
    ['', 'connection_cut', true],
    ['{"data":[{"idperson":255046,"per', 'connection_cut', true],
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
  ])('refuses %s as %s', (body, reason, retryable) => {
    expect(() => readPayments(body, ID)).toThrow(expect.objectContaining({ reason, retryable }));
  });
});
