import { type Day, type RingkasanTunggakanDto, UMUR_HARI, UMUR_TUNGGAKAN } from '@bantubayar/shared';

/** Unpaid bills of a student that fall due on one day, of one category; without a day they are due at once. */
export type BillGroup = [kategori: string | null, jatuhTempo: Day | null, bills: number, jumlah: number];

/** What many students add up to: by category and day, and by pairs of a student's neighbouring days. What all owe can be more than a number holds. */
export type BillCounts = Map<string, { siswa: number; bills: number; jumlah: bigint }>;

/**
 * By category and day `siswa` are those whose first day of the category it is; by day those who have a bill then, with
 * the next day on which they have one. So whoever has a bill between two days is found once: by the last day among them.
 */
type Key =
  | ['kategori', kategori: string | null, jatuhTempo: Day | null]
  | ['hari', jatuhTempo: Day | null, next: Day | null, hasUndated: boolean];

/** The same bills, one for each category and day. */
export function grouped(bills: readonly BillGroup[]): BillGroup[] {
  const groups = new Map<string, BillGroup>();
  for (const [kategori, day, count, jumlah] of bills) {
    const key = JSON.stringify([kategori, day]);
    const [, , before, sum] = groups.get(key) ?? [kategori, day, 0, 0];
    groups.set(key, [kategori, day, before + count, sum + jumlah]);
  }
  return [...groups.values()];
}

/** Adds a student's unpaid bills, or takes them off. */
export function addBills(counts: BillCounts, groups: readonly BillGroup[], sign: 1 | -1): void {
  const first = new Map<string | null, Day | null>();
  for (const [kategori, day] of groups) {
    const known = first.get(kategori);
    if (known === undefined || (known !== null && (day === null || day < known))) first.set(kategori, day);
  }
  for (const [kategori, day, bills, jumlah] of groups) {
    const isFirst = Number(first.get(kategori) === day);
    add(counts, ['kategori', kategori, day], sign * isFirst, sign * bills, BigInt(sign * jumlah));
  }
  const days = [...new Set(groups.flatMap(([, day]) => day ?? []))].sort();
  const hasUndated = groups.some(([, day]) => day === null);
  if (hasUndated) add(counts, ['hari', null, null, true], sign, 0, 0n);
  for (const [n, day] of days.entries())
    add(counts, ['hari', day, days[n + 1] ?? null, hasUndated], sign, 0, 0n);
}

function add(counts: BillCounts, key: Key, siswa: number, bills: number, jumlah: bigint): void {
  const text = JSON.stringify(key);
  const sum = counts.get(text);
  if (sum) {
    sum.siswa += siswa;
    sum.bills += bills;
    sum.jumlah += jumlah;
  } else counts.set(text, { siswa, bills, jumlah });
}

/** What is due on a day by category, most first. */
export function byKategori(counts: BillCounts, today: Day): RingkasanTunggakanDto[] {
  const groups = new Map<string | null, Owing>();
  for (const [key, sum] of entriesOf(counts, '["kategori"')) {
    if (key[0] !== 'kategori' || (key[2] !== null && key[2] > today)) continue;
    const group = groups.get(key[1]) ?? { kelompok: key[1], siswa: 0, bills: 0, jumlah: 0n };
    group.siswa += sum.siswa;
    group.bills += sum.bills;
    group.jumlah += sum.jumlah;
    groups.set(key[1], group);
  }
  return owing(groups.values()).sort(
    (a, b) => b.tunggakan - a.tunggakan || Buffer.compare(bytesOf(a.kelompok), bytesOf(b.kelompok)),
  );
}

/** The same by how many days late it is, youngest first. */
export function byUmur(counts: BillCounts, today: Day): RingkasanTunggakanDto[] {
  const entries = entriesOf(counts);
  const groups = UMUR_TUNGGAKAN.map((kelompok) => {
    const [from, to] = UMUR_HARI[kelompok];
    const [newest, oldest] = [daysBefore(today, from), to === null ? '' : daysBefore(today, to)];
    const isIn = (day: Day | null) => (day === null ? from === 0 : day >= oldest && day <= newest);
    const group = { kelompok, siswa: 0, bills: 0, jumlah: 0n };
    for (const [key, sum] of entries) {
      if (key[0] === 'kategori') {
        if (!isIn(key[2])) continue;
        group.bills += sum.bills;
        group.jumlah += sum.jumlah;
      } else {
        const [, day, next, hasUndated] = key;
        const isLast = isIn(day) && (next === null || next > newest);
        // Those with a bill without a day are among those of today by it.
        if (isLast && (day === null || from > 0 || !hasUndated)) group.siswa += sum.siswa;
      }
    }
    return group;
  });
  return owing(groups);
}

type Owing = Omit<RingkasanTunggakanDto, 'tunggakan'> & { jumlah: bigint };

const owing = (groups: Iterable<Owing>): RingkasanTunggakanDto[] =>
  [...groups]
    .filter(({ bills }) => bills > 0)
    .map(({ jumlah, ...group }) => ({ ...group, tunggakan: Number(jumlah) }));
const bytesOf = (text: string | null) => Buffer.from(text ?? '');
/** Only the first kind of key is few. */
const entriesOf = (counts: BillCounts, kinds = '') =>
  [...counts]
    .filter(([key]) => key.startsWith(kinds))
    .map(([key, sum]) => [JSON.parse(key) as Key, sum] as const);
const daysBefore = (day: Day, days: number): Day =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
