import { SISWA_SORTS, type SiswaListQueryDto } from '@bantubayar/shared';
import type { DataSource } from 'typeorm';
import { DatabaseClock } from '../src/common/database-clock';
import type { CountingRepository } from '../src/hitungan/counting.repository';
import { PerhatianRepository } from '../src/perhatian/perhatian.repository';
import { RingkasanRepository } from '../src/siswa/ringkasan.repository';
import { SiswaBulkRepository } from '../src/siswa/siswa-bulk.repository';
import { SiswaRepository } from '../src/siswa/siswa.repository';
import { SiswaService } from '../src/siswa/siswa.service';
import { TunggakanRepository } from '../src/siswa/tunggakan.repository';
import { addSiswa, freshDatabase } from './database';
import { plansOf } from './plans';
import { storesOn } from './stores';

const SISWA = 5_000;

describe('how the database goes about lists', () => {
  let dataSource: DataSource;
  let service: SiswaService;
  let siswa: SiswaRepository;
  let ringkasan: RingkasanRepository;
  let tunggakan: TunggakanRepository;
  let perhatian: PerhatianRepository;
  let counting: CountingRepository;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    for (let more = 1; more <= SISWA / 1_000; more++) {
      await addSiswa(dataSource, 1_000);
      await dataSource.query(
        'UPDATE siswa SET idperson = idperson + ? WHERE idperson <= 1000 ORDER BY idperson DESC',
        [more * 1_000],
      );
    }
    await dataSource.query(
      `UPDATE siswa SET nama = CONCAT(ELT(1 + idperson % 50, ${Array.from({ length: 50 }, (_, n) => `'Nama${n}'`).join(', ')}), ' Siswa ', idperson),
         pembayaran = CONCAT('["', REPEAT('x', 2000), '"]'), tunggakan = idperson % 7 * 1000, UnitFormal = CONCAT('U', idperson % 10),
         KelasFormal = CONCAT(idperson % 12, 'A'), AsramaPondok = CONCAT('As', idperson % 20), TingkatDiniyah = CONCAT('T', idperson % 20),
         fetched_at = UTC_TIMESTAMP(3) - INTERVAL idperson SECOND, changed_at = fetched_at,
         status_pembayaran = IF(idperson % 7, 'belum_lunas', 'lunas')`,
    );
    await dataSource.query(
      `INSERT INTO tagihan_terbuka SELECT idperson, 0, '20262027', 'SPP', 'Juli', CURDATE() - INTERVAL idperson % 300 DAY, 100, 40 FROM siswa`,
    );
    const { hitungan, searches, ...stores } = storesOn(dataSource);
    counting = stores.counting;
    while ((await counting.count()) > 0);
    await dataSource.query(
      'ANALYZE TABLE siswa, tagihan_terbuka, siswa_kata, kata, hitungan_siswa, siswa_terhitung',
    );
    siswa = new SiswaRepository(dataSource, hitungan, searches);
    service = new SiswaService(siswa, null as never, new DatabaseClock(dataSource));
    ringkasan = new RingkasanRepository(dataSource, hitungan);
    tunggakan = new TunggakanRepository(dataSource, hitungan);
    perhatian = new PerhatianRepository(dataSource, hitungan);
  }, 60_000);
  afterAll(() => dataSource.destroy());

  const plans = (work: () => Promise<unknown>) => plansOf(dataSource, work);
  const list = (query: Partial<SiswaListQueryDto>) => service.list({ sort: 'nama', limit: 50, ...query });
  const wholeTable = /^(siswa|pembayaran_change|tagihan_terbuka|siswa_kata) \| (ALL|index \| PRIMARY)/;

  it.each(SISWA_SORTS)('by %s: the first page and the next follow an index', async (sort) => {
    const { nextCursor } = await list({ sort });
    for (const cursor of [undefined, nextCursor!])
      for (const plan of await plans(() => list({ sort, cursor }))) {
        // By idperson it is the table itself that is followed, until the page is full.
        if (!sort.endsWith('idperson')) expect(plan).not.toMatch(wholeTable);
        expect(plan).not.toMatch(/^siswa .*(ALL|filesort)/);
      }
  });

  it.each<Partial<SiswaListQueryDto>>([
    ...[
      { lembaga: 'U3' },
      { lembaga: 'U3', kelas: '3A' },
      { kelas: '3A' },
      { asrama: 'As3' },
      { tingkatDiniyah: 'T3' },
    ],
    ...[{ status: 'lunas' as const }, { status: 'belum_sinkron' as const }, { staleHours: 24 }],
    ...[{ perhatian: 'gagal' as const }, { perhatian: 'tinjauan' as const }, { perhatian: 'turun' as const }],
    ...[{ search: 'nama3' }, { search: 'siswa nama3' }, { search: '0812 3456' }, { search: '12' }],
  ])('of %j: nobody reads the whole table', async (query) => {
    for (const plan of await plans(() => list(query))) expect(plan).not.toMatch(wholeTable);
  });

  it.each<Partial<SiswaListQueryDto>>([
    ...[{ search: '0812 3456' }, { search: '255001' }, { search: '0812 3456', sort: '-tunggakan' as const }],
    ...[
      { search: 'nama3 siswa 12' },
      { search: '0812 3456', lembaga: 'U3' },
      { search: 'nama3', kelas: '3A' },
    ],
  ])('of %j: what is kept tells who it is, and the list is not gone through', async (query) => {
    for (const plan of await plans(() => list(query))) expect(plan).not.toMatch(/ix_siswa_cari|^siswa .*ALL/);
  });

  it('sums, counts and what waits are told without the table of students', async () => {
    const told = await plans(async () => {
      await ringkasan.byLembaga({});
      await ringkasan.of({ lembaga: 'U3' });
      await siswa.lembaga();
      await siswa.pilihan('asrama');
      await siswa.pilihan('diniyah');
      await tunggakan.umurAndKategori({});
      await perhatian.count({ staleHours: 24 });
      await perhatian.count({ perhatian: 'tinjauan' });
      await perhatian.count({ perhatian: 'turun' });
      await perhatian.reasons();
    });
    for (const plan of told) expect(plan).not.toMatch(wholeTable);
  });

  it('of more than a thousand who are not counted yet only their own bills are read', async () => {
    const changed = "content_hash = UNHEX(MD5('lain')), figures_of = content_hash";
    await dataSource.query(`UPDATE siswa SET ${changed} WHERE idperson <= 2200`);
    const told = await plans(() => tunggakan.umurAndKategori({}));
    const ofBills = told.filter((plan) => plan.startsWith('tagihan_terbuka'));
    expect(ofBills).toEqual([expect.stringMatching(/ \| range \| PRIMARY \|/)]);
    for (const plan of told) expect(plan).not.toMatch(wholeTable);
    while ((await counting.count()) > 0);
  });

  it('pages of unpaid bills and of the bulk answer follow an index', async () => {
    const bulk = new SiswaBulkRepository(dataSource).windows({}, false);
    const told = await plans(async () => {
      const rows = await tunggakan.page({}, 51);
      await tunggakan.page({}, 51, tunggakan.cursorAfter(rows.at(-1)!));
      await bulk.next();
      await bulk.next();
    });
    for (const plan of told) expect(plan).not.toMatch(/ \| ALL | filesort/);
  });
});
