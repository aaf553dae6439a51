import { STATUS_PEMBAYARAN } from '@bantubayar/shared';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { todaySql } from '../src/common/school-day';
import { CountedBillsRepository } from '../src/hitungan/counted-bills.repository';
import { CountingRepository } from '../src/hitungan/counting.repository';
import { SISI, type Sisi } from '../src/hitungan/counted-groups';
import { readPayments } from '../src/sisda/sisda.reader';
import { NumbersRepository } from '../src/hitungan/numbers.repository';
import { WordsRepository } from '../src/hitungan/words.repository';
import { RingkasanRepository } from '../src/siswa/ringkasan.repository';
import { RosterStage } from '../src/siswa/roster-stage';
import { RosterRepository } from '../src/siswa/roster.repository';
import { cursorAfter } from '../src/siswa/siswa-list.query';
import { SiswaRepository } from '../src/siswa/siswa.repository';
import { TunggakanRepository } from '../src/siswa/tunggakan.repository';
import { addSiswa, freshDatabase, scalar } from './database';
import { RunMachine } from './run-machine';

const SISWA = 24;
const DEEDS = [
  'run',
  'dying run',
  'answer',
  'answer',
  'roster',
  'older version',
  'time',
  'count',
  'count',
  'dying count',
] as const;

const PHONES = '081234567890,+62 812-3456-7890,021 555 / 0812 34567890,٠٨١٢٣٤٥٦,62 (813) 06213.7890,'.split(
  ',',
);
const WORDS = 'bud,SISWA,siti s,man á,a,x,budi sis,1,8,8a,siti 8,8a budi,2,25,0,1 2'.split(',');
const NUMBERS = '081234567890,+62 812 34,0812,0213,06213,62137890,81234567,siti 0813,1234567890123'.split(
  ',',
);

/** All of them have been asked after so many instants. */
const SEARCHES_IN = 5;
const FILTERS = [
  { lembaga: 'SMP' },
  { status: 'lunas' as const },
  { asrama: 'B', kelas: '8A' },
  { staleHours: 24 },
];

class Killed extends Error {}
/** A process dies before it commits what it counted. */
class DyingBills extends CountedBillsRepository {
  override async noteCounted(): Promise<void> {
    throw new Killed();
  }
}

const deed = fc.record({ what: fc.constantFrom(...DEEDS), n: fc.nat({ max: 9_999 }) });
const story = fc.array(fc.array(deed, { minLength: 1, maxLength: 3 }), { minLength: 10, maxLength: 25 });

describe('sums that are counted ahead', () => {
  let dataSource: DataSource;
  let machine: RunMachine;
  let today: string;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    machine = new RunMachine(dataSource);
    today = await scalar(dataSource, `SELECT CAST(${todaySql()} AS CHAR)`);
    await addSiswa(dataSource, SISWA);
  });
  afterAll(() => dataSource.destroy());

  const dayOf = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

  async function answer(n: number): Promise<void> {
    const idperson = String(1 + (n % SISWA));
    const items = Array.from({ length: n % 5 }, (_, i) => ({
      ...{ unit_id: String(i), unit_name: `Tagihan ${i}`, amount_paid: 100 },
      amount_billed: (n * (i + 3)) % 120,
      journal_date: (n + i) % 7 === 0 ? null : dayOf(((n * (i + 1)) % 300) - 220),
    }));
    const categories = [items.slice(0, 2), items.slice(2)].map((some, c) => ({
      category_name: `K${c}`,
      items: some,
    }));
    const text = JSON.stringify({
      data: [{ idperson, saldo: 0, periods: [{ period_id: '20262027', categories }] }],
    });
    await machine.stores.writer.writeSingle({
      ...{ idperson, attempts: 1, durationMs: 1 },
      answer: readPayments({ text, isWhole: true }, idperson),
    });
  }

  async function roster(n: number): Promise<void> {
    const rows = Array.from({ length: SISWA + 3 }, (_, i) => ({
      ...{
        idperson: String(i + 1),
        nama: `Siswa ${['Budi', 'budiman Á', 'Siti'][(n + i) % 3]} ${i % 4}`,
        gender: null,
        lahirtempat: null,
        lahirtanggal: null,
        phone: PHONES[(n + i) % PHONES.length] || null,
      },
      ...{ UnitFormal: ['SMP', 'MA', 'SMA', null][(n + i) % 4]!, KelasFormal: ['8A', null][(n * i) % 2]! },
      ...{
        AsramaPondok: ['A', 'B'][(n + i) % 2]!,
        KamarPondok: null,
        TingkatDiniyah: 'Ula',
        KelasDiniyah: `${n % 3}`,
      },
    })).filter((_, i) => (n + i) % 6 !== 0);
    await new RosterRepository(dataSource, new RosterStage(dataSource)).apply(rows, true, 'Uji');
  }

  async function run(n: number, dies: boolean): Promise<void> {
    for (const what of ['start', 'prepare', 'claim', 'finish'] as const)
      await machine.do({
        what,
        worker: n % 3,
        count: 1 + (n % SISWA),
        dibayar: n % 4,
        dies: dies && what === 'finish',
      });
  }

  const WORK: Record<(typeof DEEDS)[number], (n: number) => Promise<unknown>> = {
    run: (n) => run(n, false),
    'dying run': (n) => run(n, true),
    answer,
    roster,
    'older version': (n) =>
      dataSource.query(
        'UPDATE siswa SET tunggakan = ?, status_pembayaran = ?, content_hash = UNHEX(SHA2(?, 256)) WHERE idperson = ?',
        [...[n, STATUS_PEMBAYARAN[n % 3], n, 1 + (n % SISWA)]],
      ),
    time: (n) =>
      dataSource.query(
        'UPDATE siswa SET fetched_at = UTC_TIMESTAMP(3) - INTERVAL ? HOUR WHERE idperson % 3 = ?',
        [...[n % 50, n % 3]],
      ),
    count: () => machine.stores.counting.count(),
    'dying count': () =>
      new CountingRepository(dataSource, new DyingBills(), new WordsRepository(), new NumbersRepository())
        .count()
        .catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        }),
  };

  const ahead = () => ({
    ringkasan: new RingkasanRepository(dataSource, machine.stores.hitungan),
    siswa: new SiswaRepository(dataSource, machine.stores.hitungan, machine.stores.searches),
    tunggakan: new TunggakanRepository(dataSource, machine.stores.hitungan),
  });
  /** As if nothing had been counted. */
  const recounted = () => {
    const nothing = {
      of: async () => null,
      count: async () => null,
      tunggakan: async () => null,
      page: async () => null,
      some: async () => null,
    } as never;
    return {
      ringkasan: new RingkasanRepository(dataSource, nothing),
      siswa: new SiswaRepository(dataSource, nothing, nothing),
      tunggakan: new TunggakanRepository(dataSource, nothing),
    };
  };

  /** What the pages tell; of the searches, which are many, others at each instant. */
  async function told(
    { ringkasan, siswa, tunggakan }: ReturnType<typeof ahead>,
    at: number,
  ): Promise<string> {
    const statuses = STATUS_PEMBAYARAN.map((status) => siswa.count({ status, lembaga: 'SMP' }));
    const all = {
      lembaga: await ringkasan.byLembaga({}),
      smp: await ringkasan.of({ lembaga: 'SMP', kelas: '8A' }),
      asrama: await ringkasan.of({ asrama: 'B' }),
      pilihan: await Promise.all((Object.keys(SISI) as Sisi[]).map((sisi) => siswa.pilihan(sisi))),
      counts: await Promise.all([siswa.count({}), siswa.count({ staleHours: 24 }), ...statuses]),
      found: await Promise.all(
        [...WORDS, ...NUMBERS]
          .flatMap((search, n) => [{ search }, { search, ...FILTERS[n % FILTERS.length] }])
          .filter((_, n) => (n + at) % SEARCHES_IN === 0)
          .map(async (filter) => {
            const rows = await siswa.page({ ...filter, sort: '-nama', limit: 5 });
            const cursor = rows[2] && cursorAfter(rows[2], 'nama');
            const next = await siswa.page({ ...filter, sort: 'nama', limit: 3, cursor });
            return [
              await siswa.count(filter),
              ...[rows, next].map((page) => page.map(({ idperson }) => idperson)),
            ];
          }),
      ),
      owed: await tunggakan.umurAndKategori({}),
    };
    return JSON.stringify(all, null, 1);
  }

  it('are those of a recount, whatever happens in whatever order and whoever dies of it', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (instants) => {
        for (const [at, instant] of instants.entries()) {
          await Promise.all(instant.map(({ what, n }) => WORK[what](n)));
          expect(await told(ahead(), at)).toEqual(await told(recounted(), at));
        }
      }),
      { seed: 20_261_129, numRuns: 6, endOnFailure: true },
    );
  }, 120_000);

  it('lack nothing once they are counted, and keep nothing of groups that are gone', async () => {
    while ((await machine.stores.counting.count()) > 0);
    const uncounted = 'SELECT COUNT(*) FROM siswa WHERE belum_terhitung = 1';
    expect(await scalar(dataSource, uncounted)).toBe('0');
    const total = "SELECT SUM(total) FROM hitungan_siswa WHERE jenis = 'lembaga'";
    expect(await scalar(dataSource, total)).toBe(
      await scalar(dataSource, 'SELECT COUNT(*) FROM siswa WHERE left_at IS NULL'),
    );
    await dataSource.query('UPDATE siswa SET left_at = UTC_TIMESTAMP(3)');
    while ((await machine.stores.counting.count()) > 0);
    expect(await scalar(dataSource, "SELECT COUNT(*) FROM hitungan_siswa WHERE jenis <> 'giliran'")).toBe(
      '0',
    );
    expect(await scalar(dataSource, 'SELECT COUNT(*) FROM hitungan_tagihan')).toBe('0');
    expect(await ahead().ringkasan.of({})).toMatchObject({ total: 0, tunggakan: 0 });
  });
});
