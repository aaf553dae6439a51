import type { PembayaranHarianDto, PerubahanDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Sql } from '../common/sql';
import { consequencesOf, type Perubahan } from './compare-pembayaran';
import { FELL, OF_PEMBAYARAN, type PerubahanFilter, perubahanMatching } from './perubahan-filter.sql';

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

/** What was paid on a day; `jumlah` is net. */
export type UangHarian = Omit<PembayaranHarianDto, 'tanggal'>;

/** The history of what changed, as it is read. */
@Injectable()
export class PerubahanListRepository {
  constructor(private readonly dataSource: DataSource) {}

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
