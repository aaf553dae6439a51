import type { DataSource } from 'typeorm';
import { PerubahanListRepository } from '../src/pembayaran/perubahan-list.repository';
import { siswaWhere } from '../src/siswa/siswa-where';
import { addSiswa, freshDatabase } from './database';
import { plansOf } from './plans';

const BEGIN = Date.parse('2026-11-01T17:00:00.000Z');
const HOUR = 3_600_000;
const moments = [0, 24, 48, 73].map((hours) => new Date(BEGIN + hours * HOUR));

describe('payments by day', () => {
  let dataSource: DataSource;
  let perubahan: PerubahanListRepository;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    perubahan = new PerubahanListRepository(dataSource);
    await addSiswa(dataSource, 4);
    const add = (idperson: number, ms: number, dibayar: number, tagihan = 0) =>
      dataSource.query(`INSERT INTO pembayaran_change (idperson, at, detail) VALUES (?, ?, ?)`, [
        ...[idperson, new Date(BEGIN + ms)],
        JSON.stringify({
          ...{ tagihanBefore: 500, tagihanAfter: 500 + tagihan },
          ...{ dibayarBefore: 200, dibayarAfter: 200 + dibayar },
        }),
      ]);
    await add(1, -1, 1);
    await add(1, 0, 10);
    await add(2, 24 * HOUR - 1, 20);
    await add(2, 24 * HOUR, 40);
    await add(2, 25 * HOUR, 40);
    await add(3, 26 * HOUR, -30);
    await add(4, 27 * HOUR, 0, -5);
    await add(1, 73 * HOUR, 1);
  });
  afterAll(() => dataSource.destroy());

  it('are those of each day to its very millisecond, net, and nothing on days without any', async () => {
    expect(await perubahan.uangBetween(moments, siswaWhere({}))).toEqual([
      { siswa: 2, jumlah: 30, masuk: 30, turun: 0, siswaTurun: 0 },
      { siswa: 1, jumlah: 50, masuk: 80, turun: 30, siswaTurun: 2 },
      { siswa: 0, jumlah: 0, masuk: 0, turun: 0, siswaTurun: 0 },
    ]);
  });

  it('can be those of a part of the school', async () => {
    const [, day] = await perubahan.uangBetween(moments, siswaWhere({ lembaga: 'SMP' }));
    expect(day).toEqual({ siswa: 1, jumlah: 80, masuk: 80, turun: 0, siswaTurun: 1 });
  });

  it('are read from one index, whatever was noted before, without what the changes hold', async () => {
    const plans = await plansOf(dataSource, () => perubahan.uangBetween(moments, siswaWhere({})));
    expect(plans).toEqual([
      expect.stringMatching(/^pembayaran_change \| range \| ix_pembayaran_change_hari \|.*Using index/),
    ]);
  });
});
