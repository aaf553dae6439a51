import { UMUR_HARI, UMUR_TUNGGAKAN } from '@bantubayar/shared';
import fc from 'fast-check';
import { addBills, type BillCounts, type BillGroup, byKategori, byUmur, grouped } from './bill-counts';

const TODAY = '2026-11-29';
const dayOf = (late: number) => new Date(Date.parse(TODAY) - late * 86_400_000).toISOString().slice(0, 10);
/** Days late; null: without a day. */
const EDGES = [null, -40, -1, 0, 1, 30, 31, 60, 61, 90, 91, 180, 181, 4000];

const group = fc.tuple(
  fc.constantFrom('SPP', 'Asrama', null),
  fc.constantFrom(...EDGES),
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 900 }),
);
const student = fc
  .uniqueArray(group, { maxLength: 9, selector: ([kategori, late]) => JSON.stringify([kategori, late]) })
  .map((groups) =>
    groups.map(([kategori, late, ...sums]): BillGroup => [
      kategori,
      late === null ? null : dayOf(late),
      ...sums,
    ]),
  );
const school = fc.array(student, { maxLength: 12 });

function counted(students: readonly BillGroup[][], before: readonly BillGroup[][] = []): BillCounts {
  const counts: BillCounts = new Map();
  for (const each of [...before, ...students]) addBills(counts, each, 1);
  for (const each of before) addBills(counts, each, -1);
  return counts;
}

/** The same the long way. */
function owing(
  students: readonly BillGroup[][],
  today: string,
  fits: (group: BillGroup, late: number) => boolean,
) {
  const late = ([, day]: BillGroup) =>
    day === null ? 0 : (Date.parse(today) - Date.parse(day)) / 86_400_000;
  const fitting = students.map((groups) =>
    groups.filter((each) => late(each) >= 0 && fits(each, late(each))),
  );
  return {
    siswa: fitting.filter(({ length }) => length > 0).length,
    bills: fitting.flat().reduce((sum, [, , bills]) => sum + bills, 0),
    tunggakan: fitting.flat().reduce((sum, [, , , jumlah]) => sum + jumlah, 0),
  };
}

describe('unpaid bills that are counted ahead', () => {
  it('bills of one category and day are one group', () => {
    const bills: BillGroup[] = [
      ['SPP', '2026-01-10', 1, 500],
      ['SPP', null, 1, 70],
      [null, '2026-01-10', 1, 20],
      ['SPP ', '2026-01-10', 1, 40],
      ['SPP', '2026-01-10', 1, 3],
    ];
    expect(grouped(bills)).toEqual([['SPP', '2026-01-10', 2, 503], ...bills.slice(1, 4)]);
  });

  it.each([0, 1, 30, 91])('come to the same as bill by bill, %d days on', (days) => {
    const today = dayOf(-days);
    fc.assert(
      fc.property(school, school, (students, before) => {
        const counts = counted(students, before);
        const umur = UMUR_TUNGGAKAN.map((kelompok) => {
          const [from, to] = UMUR_HARI[kelompok];
          const isIn = (late: number) => late >= from && (to === null || late <= to);
          return { kelompok, ...owing(students, today, (_, late) => isIn(late)) };
        });
        expect(byUmur(counts, today)).toEqual(umur.filter(({ bills }) => bills > 0));
        const kategori = [null, 'Asrama', 'SPP'].map((kelompok) => ({
          kelompok,
          ...owing(students, today, ([kategori]) => kategori === kelompok),
        }));
        expect(byKategori(counts, today)).toEqual(
          kategori.filter(({ bills }) => bills > 0).sort((a, b) => b.tunggakan - a.tunggakan),
        );
      }),
      { seed: 20_261_129, numRuns: 200 },
    );
  });

  it('are exact, however much one of them is', () => {
    const most: BillGroup[] = [['SPP', dayOf(1), 1, Number.MAX_SAFE_INTEGER]];
    const little: BillGroup[] = [['SPP', dayOf(1), 1, 1]];
    const counts = counted([little, little, little, most, little]);
    addBills(counts, most, -1);
    expect(byKategori(counts, TODAY)).toEqual([{ kelompok: 'SPP', siswa: 4, bills: 4, tunggakan: 4 }]);
    expect(byUmur(counts, TODAY)).toMatchObject([{ tunggakan: 4 }]);
  });

  it('leave nothing behind when they are taken off', () => {
    fc.assert(
      fc.property(school, (before) => {
        const left = [...counted([], before).values()];
        expect(left.every(({ siswa, bills, jumlah }) => siswa === 0 && bills === 0 && jumlah === 0n)).toBe(
          true,
        );
      }),
      { seed: 20_261_129 },
    );
  });
});
