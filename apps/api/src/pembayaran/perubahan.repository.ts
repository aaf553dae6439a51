import type { Day, PembayaranHarianDto, PerubahanDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { parseJson } from '../common/json';
import type { Sql } from '../common/sql';
import type { Transaction } from '../database/transaction';
import { AmountError } from '../sisda/amount';
import type { SisdaPayments } from '../sisda/sisda.types';
import { FELL, OF_PEMBAYARAN, type PerubahanFilter, perubahanMatching } from './perubahan-filter.sql';
import { comparePembayaran, firstOf, type Perubahan } from './compare-pembayaran';
import type { Answered, Stored } from './pembayaran.repository';
import { noteChanges } from '../umpan/note-changes';

interface Row {
  id: string;
  idperson: string;
  nama: string | null;
  UnitFormal: string | null;
  KelasFormal: string | null;
  run_id: string | null;
  at: Date;
  detail: string;
}

/** What changes come to; amounts in whole rupiah, none of them negative. */
export interface Uang {
  /** Students of whom more is paid, and how much. */
  paidSiswa: number;
  paidAmount: number;
  /** Students of whom less is paid, or less billed; and how much less is paid. */
  fellSiswa: number;
  fellAmount: number;
}

/** What was paid on a day; `jumlah` is net. */
export type UangHarian = Omit<PembayaranHarianDto, 'tanggal'>;

/** The history of what changed, student by student. */
@Injectable()
export class PerubahanRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Notes how answers that are about to be stored differ from what is `stored`, and locked; no money came with a first answer. */
  async note(tx: Transaction, answered: Answered[], stored: Stored, runId: string | null): Promise<Uang> {
    const noted = await this.compareWithStored(tx, answered, stored);
    await noteChanges(
      tx,
      noted.map(({ idperson, perubahan, awal }) =>
        perubahan
          ? { jenis: 'pembayaran', idperson, runId, detail: perubahan }
          : { jenis: 'pembayaran_awal', idperson, runId, detail: awal },
      ),
    );
    return uangOf(noted.flatMap(({ perubahan }) => perubahan ?? []));
  }

  private async compareWithStored(tx: Transaction, answered: Answered[], stored: Stored) {
    const former = await this.formerOf(
      tx,
      answered.map(({ idperson }) => idperson).filter((idperson) => stored.get(idperson)!.hash !== null),
    );
    return answered.map(({ idperson, answer }) => {
      const { today } = stored.get(idperson)!;
      const before = former.get(idperson) ?? null;
      const perubahan = before === null ? null : compared(before, answer.pembayaran, today);
      return perubahan ? { idperson, perubahan } : { idperson, awal: firstOf(answer, today) };
    });
  }

  /** What is stored of those who had an answer before. */
  private async formerOf(tx: Transaction, idpersons: string[]): Promise<Map<string, string | null>> {
    if (idpersons.length === 0) return new Map();
    const rows = await tx.query<{ idperson: string; pembayaran: string | null }[]>(
      'SELECT idperson, pembayaran FROM siswa WHERE idperson IN (?)',
      [idpersons],
    );
    return new Map(rows.map(({ idperson, pembayaran }) => [String(idperson), pembayaran]));
  }

  /** Newest first. */
  async page(filter: PerubahanFilter, limit: number): Promise<PerubahanDto[]> {
    const { sql, params } = perubahanMatching(filter);
    const rows = await this.dataSource.query<Row[]>(
      `SELECT id, idperson, siswa.nama, siswa.UnitFormal, siswa.KelasFormal, run_id, at, detail
       FROM pembayaran_change LEFT JOIN siswa USING (idperson) WHERE ${sql} ORDER BY id DESC LIMIT ?`,
      [...params, limit],
    );
    return rows.map(toDto);
  }

  /** What was paid from one moment to the next, for each pair of neighbours in `moments`, by the students of a condition. */
  async uangBetween(moments: readonly Date[], siswa: Sql): Promise<UangHarian[]> {
    const spans = moments.slice(1);
    const everybody = siswa.params.length === 0;
    const rows = await this.dataSource.query<(Record<keyof UangHarian, string> & { n: string })[]>(
      `SELECT INTERVAL(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', at) DIV 1000, ${spans.map(() => '?').join(', ')}) AS n,
         COUNT(DISTINCT IF(dibayar_selisih > 0, idperson, NULL)) AS siswa,
         SUM(dibayar_selisih) AS jumlah,
         SUM(GREATEST(dibayar_selisih, 0)) AS masuk,
         SUM(GREATEST(-dibayar_selisih, 0)) AS turun,
         COUNT(DISTINCT IF(${FELL}, idperson, NULL)) AS siswaTurun
       FROM pembayaran_change FORCE INDEX (ix_pembayaran_change_hari) ${everybody ? '' : 'JOIN siswa USING (idperson)'}
       WHERE ${OF_PEMBAYARAN} AND at >= ? AND at < ? AND ${siswa.sql} GROUP BY n`,
      [...spans.map((until) => until.getTime()), moments[0], moments.at(-1), ...siswa.params],
    );
    const found = new Map(rows.map((row) => [Number(row.n), toUang(row)]));
    return spans.map((_, n) => found.get(n) ?? { siswa: 0, jumlah: 0, masuk: 0, turun: 0, siswaTurun: 0 });
  }
}

const toUang = ({
  siswa,
  jumlah,
  masuk,
  turun,
  siswaTurun,
}: Record<keyof UangHarian, string>): UangHarian => ({
  siswa: Number(siswa),
  jumlah: Number(jumlah),
  masuk: Number(masuk),
  turun: Number(turun),
  siswaTurun: Number(siswaTurun),
});

const dataOf = (text: string) => parseJson(text) as SisdaPayments[];

/** null where what is stored was read less strictly, by an earlier version, and cannot be compared. */
function compared(before: string, after: string, today: Day): Perubahan | null {
  try {
    return comparePembayaran(dataOf(before), dataOf(after), today);
  } catch (error) {
    if (error instanceof AmountError) return null;
    throw error;
  }
}

function uangOf(changes: readonly Perubahan[]): Uang {
  const uang = { paidSiswa: 0, paidAmount: 0, fellSiswa: 0, fellAmount: 0 };
  for (const { dibayarSelisih, turun } of changes.map(consequencesOf)) {
    uang.paidSiswa += Number(dibayarSelisih > 0);
    uang.paidAmount += Math.max(0, dibayarSelisih);
    uang.fellSiswa += Number(turun);
    uang.fellAmount += Math.max(0, -dibayarSelisih);
  }
  return uang;
}

function consequencesOf({ tagihanBefore, tagihanAfter, dibayarBefore, dibayarAfter }: Perubahan) {
  return {
    dibayarSelisih: dibayarAfter - dibayarBefore,
    turun: dibayarAfter < dibayarBefore || tagihanAfter < tagihanBefore,
  };
}

function toDto({ id, idperson, nama, UnitFormal, KelasFormal, run_id, at, detail }: Row): PerubahanDto {
  const perubahan = JSON.parse(detail) as Perubahan;
  return {
    id: String(id),
    idperson: String(idperson),
    nama,
    UnitFormal,
    KelasFormal,
    at: at.toISOString(),
    runId: run_id === null ? null : String(run_id),
    ...perubahan,
    ...consequencesOf(perubahan),
  };
}
