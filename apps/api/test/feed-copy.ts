import type { UmpanDto, UmpanItemDto } from '@bantubayar/shared';
import type { DataSource } from 'typeorm';
import { parseJson } from '../src/common/json';
import { billsOf } from '../src/sisda/bills';
import { periodeOf } from '../src/sisda/sisda.mapper';
import { ROSTER_FIELDS } from '../src/sisda/sisda-roster.reader';
import type { SisdaPayments } from '../src/sisda/sisda.types';

const AMOUNTS = ['tagihan', 'dibayar', 'tunggakan'] as const;

interface Siswa {
  isPresent: boolean;
  roster: Record<string, string | null>;
  amounts: Record<string, number | null>;
  /** Billed and paid, by what names the bill. */
  bills: Record<string, [number | null, number | null]>;
}

/** What a reader of the feed has of a school, and how far it has read. */
export class FeedCopy {
  cursor: string | undefined;
  read = 0;
  private lastId = 0n;
  private readonly siswa = new Map<string, Siswa>();

  clone(): FeedCopy {
    return Object.assign(new FeedCopy(), structuredClone({ ...this }));
  }

  /** Takes over a page; a change that does not begin where the copy is fails. */
  take({ items, cursor }: UmpanDto): void {
    for (const item of items) this.apply(item);
    this.cursor = cursor;
  }

  /** As text, student by student. */
  text(): string {
    return textOf([...this.siswa]);
  }

  private apply(item: UmpanItemDto): void {
    expect(BigInt(item.id)).toBeGreaterThan(this.lastId);
    this.lastId = BigInt(item.id);
    this.read += 1;
    const siswa = this.siswa.get(item.idperson) ?? newSiswa();
    this.siswa.set(item.idperson, siswa);
    if (item.jenis === 'pembayaran') {
      for (const name of AMOUNTS) {
        expect(item[`${name}Before`]).toBe(siswa.amounts[name]);
        siswa.amounts[name] = item[`${name}After`];
      }
      for (const { periode, kategori, nama, ...amounts } of item.items) {
        const key = JSON.stringify([periode, kategori, nama]);
        expect([amounts.tagihanBefore, amounts.dibayarBefore]).toEqual(siswa.bills[key] ?? [null, null]);
        siswa.bills[key] = [amounts.tagihanAfter, amounts.dibayarAfter];
        if (amounts.tagihanAfter === null) delete siswa.bills[key];
      }
      return;
    }
    expect(siswa.isPresent).toBe(item.jenis !== 'siswa_masuk');
    siswa.isPresent = item.jenis !== 'siswa_keluar';
    for (const { field, before, after } of item.fields) {
      expect(before).toBe(siswa.roster[field] ?? null);
      siswa.roster[field] = after;
    }
  }
}

/** The same of what is stored. */
export async function storedText(dataSource: DataSource): Promise<string> {
  const rows = await dataSource.query<Record<string, string | null>[]>('SELECT * FROM siswa');
  return textOf(
    rows.map((row) => {
      const data = row['pembayaran'] ? (parseJson(row['pembayaran']) as SisdaPayments[]) : [];
      const bills = billsOf(periodeOf(data)).map(({ periode, kategori, item, tagihan, dibayar }) => [
        JSON.stringify([periode, kategori, item]),
        [tagihan, dibayar],
      ]);
      const amounts = AMOUNTS.map((name) => [name, row[name] === null ? null : Number(row[name])]);
      return [
        String(row['idperson']),
        {
          isPresent: row['left_at'] === null,
          roster: Object.fromEntries(ROSTER_FIELDS.map((field) => [field, row[field]])),
          amounts: Object.fromEntries(amounts),
          bills: Object.fromEntries(bills),
        } as Siswa,
      ];
    }),
  );
}

const newSiswa = (): Siswa => ({
  isPresent: false,
  roster: {},
  amounts: { tagihan: null, dibayar: null, tunggakan: null },
  bills: {},
});

const sorted = <T>(record: Record<string, T>) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

function textOf(all: [string, Siswa][]): string {
  return sorted(Object.fromEntries(all))
    .map(([idperson, { isPresent, roster, amounts, bills }]) =>
      JSON.stringify([idperson, isPresent, sorted(roster), sorted(amounts), sorted(bills)]),
    )
    .join('\n');
}
