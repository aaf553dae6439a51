import { deflateRawSync, gzipSync } from 'node:zlib';
import { beginningOf, countRoster, readRosterStream } from './roster-stream';
import { Spool } from './spool';

const MOST = 1_000_000;
const TEXT =
  '{"data":[{"idperson":18446744073709551615,"nama":"Ujung"},{"idperson":"2","nama":"Siti é"}],"status":true}';
const whole = { 'content-length': '1' };
const PACKED = { ...whole, 'content-encoding': 'gzip' };

async function read(body: string | Buffer, headers: object = whole, most = MOST) {
  const spool = await Spool.open();
  try {
    spool.write(Buffer.from(body as string));
    const rows = [];
    for await (const row of readRosterStream(spool, { ...headers }, most)) rows.push(row);
    return rows.map(({ idperson, nama }) => [idperson, nama]);
  } finally {
    await spool.close();
  }
}

describe('a roster that is read row by row', () => {
  const expected = [
    ['18446744073709551615', 'Ujung'],
    ['2', 'Siti é'],
  ];

  it.each<[string, string | Buffer, object]>([
    ['as it is', TEXT, {}],
    ['with what it says of itself first', `{"status":true,${TEXT.slice(1, -15)}}`, {}],
    ['packed', gzipSync(TEXT), { 'content-encoding': 'gzip' }],
    ['packed without a header', deflateRawSync(TEXT), { 'content-encoding': 'deflate' }],
    [
      'in another encoding',
      Buffer.from(TEXT, 'latin1'),
      { 'content-type': 'application/json; charset=iso-8859-1' },
    ],
  ])('keeps every digit and letter, %s', async (_, body, headers) => {
    expect(await read(body, { ...whole, ...headers })).toEqual(expected);
  });

  it.each<[string, string | Buffer, object, string]>([
    ['cut off', TEXT.slice(0, 70), {}, 'connection_cut'],
    ['ended too early by its writer', TEXT.slice(0, 70), whole, 'not_json'],
    ['a page', '<html>', whole, 'not_json'],
    ['broken in the middle', TEXT.replace('},{', '},,{'), whole, 'not_json'],
    ['without a list', '{"data":{"1":{"idperson":1,"nama":"x"}}}', whole, 'no_data'],
    ['without data', '{}', whole, 'no_data'],
    ['refused', TEXT.replace('true', 'false'), whole, 'upstream_refused'],
    ['spoilt where it is packed', Buffer.from('1f8b0800spoilt', 'latin1'), PACKED, 'connection_cut'],
    ['no text', Buffer.from(TEXT, 'latin1'), whole, 'wrong_encoding'],
  ])('is refused when it is %s', async (_, body, headers, reason) => {
    await expect(read(body, headers)).rejects.toMatchObject({ reason });
  });

  it('is refused when it is too large unpacked, and may be empty', async () => {
    const large = gzipSync(`${TEXT}${' '.repeat(5_000)}`);
    await expect(read(large, { ...whole, 'content-encoding': 'gzip' }, 4_000)).rejects.toMatchObject({
      reason: 'too_large',
    });
    expect(await read('{"data":[]}')).toEqual([]);
  });

  it('is counted without being kept, each student once, and shown as it begins', async () => {
    const spool = await Spool.open();
    const body = (nama: string) =>
      JSON.stringify({
        data: [
          { idperson: 1, nama: 'Ali' },
          { idperson: 2, nama: 'Siti' },
          { idperson: 1, nama },
        ],
      });
    spool.write(gzipSync(body('Ali')));
    expect(await countRoster(spool, PACKED, MOST)).toBe(2);
    expect((await beginningOf(spool, PACKED, 9)).toString()).toBe('{"data":[');
    await spool.close();
    const other = await Spool.open();
    other.write(Buffer.from(body('Budi')));
    await expect(countRoster(other, whole, MOST)).rejects.toMatchObject({ row: 3, idperson: '1' });
    await other.close();
  });
});
