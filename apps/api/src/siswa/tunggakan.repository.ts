import {
  isId,
  type KelompokTunggakan,
  type RingkasanTunggakanDto,
  type SiswaFilterDto,
  type TunggakanDto,
  type TunggakanQueryDto,
  UMUR_HARI,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, encodeCursor } from '../common/cursor';
import type { Sql } from '../common/sql';
import { HitunganRepository, type UmurAndKategori } from '../hitungan/hitungan.repository';
import { daysLate, openBillWhere } from '../pembayaran/tagihan-terbuka.sql';
import { rosterWhere } from './siswa-where';

/** Which unpaid bills; those that fall due later only where they are asked for. */
export type TunggakanFilter = Pick<TunggakanQueryDto, 'belumJatuhTempo'> & SiswaFilterDto;

/** A row with its place in the list. */
export interface TunggakanRow extends TunggakanDto {
  nomor: number;
}

const LIST = 'tunggakan';
/** What the order of days answers, whatever is asked of it. */
const OF_BILLS = new Set(['umur', 'terlambat', 'belumJatuhTempo']);

/** The first day late of a row's group, which also puts the groups in order. */
const umur = () =>
  `CASE ${Object.values(UMUR_HARI)
    .map(([from, to]) => `${to === null ? 'ELSE' : `WHEN ${daysLate()} <= ${to} THEN`} ${from}`)
    .join(' ')} END`;

const KELOMPOK: Record<KelompokTunggakan, () => string> = {
  umur,
  kategori: () => 'kategori',
  periode: () => 'periode',
  lembaga: () => 'siswa.UnitFormal',
  kelas: () => 'siswa.KelasFormal',
};

/** What students on the roster owe today, bill by bill. */
@Injectable()
export class TunggakanRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly hitungan: HitunganRepository,
  ) {}

  /** Oldest first, those without a date before all others; one row more than the limit where there is a next page. */
  async page(filter: TunggakanFilter, limit: number, cursor?: string): Promise<TunggakanRow[]> {
    const where = open(filter);
    const place = behind(cursor);
    const isOfAll = Object.entries(filter).every(
      ([name, value]) => value === undefined || OF_BILLS.has(name),
    );
    const inOrder = isOfAll ? 'FORCE INDEX (ix_tagihan_terbuka_jatuh_tempo) STRAIGHT_JOIN' : 'JOIN';
    const rows = await this.dataSource.query<Row[]>(
      `SELECT bill.idperson, nomor, siswa.nama, siswa.UnitFormal, siswa.KelasFormal, periode, kategori, item,
         CAST(jatuh_tempo AS CHAR) AS jatuhTempo, ${daysLate()} AS hariTerlambat, bill.tagihan, bill.dibayar
       FROM tagihan_terbuka AS bill ${inOrder} siswa ON siswa.idperson = bill.idperson
       WHERE ${where.sql} AND ${place.sql} ORDER BY jatuh_tempo, bill.idperson, nomor LIMIT ?`,
      [...where.params, ...place.params, limit],
    );
    return rows.map(toRow);
  }

  /** The cursor behind the last row of a page. */
  cursorAfter({ jatuhTempo, idperson, nomor }: TunggakanRow): string {
    return encodeCursor(LIST, [jatuhTempo, idperson, String(nomor)]);
  }

  async umurAndKategori(filter: SiswaFilterDto): Promise<UmurAndKategori> {
    const counted = await this.counted(filter);
    if (counted) return counted;
    const [umur, kategori] = await Promise.all([
      this.ringkasan('umur', filter),
      this.ringkasan('kategori', filter),
    ]);
    return { umur, kategori };
  }

  /** By days late in the order of days, by anything else the largest first. */
  async ringkasan(kelompok: KelompokTunggakan, filter: SiswaFilterDto): Promise<RingkasanTunggakanDto[]> {
    if (kelompok === 'umur' || kelompok === 'kategori') {
      const counted = await this.counted(filter);
      if (counted) return counted[kelompok];
    }
    const { sql, params } = open(filter);
    const rows = await this.dataSource.query<RingkasanRow[]>(
      `SELECT ${KELOMPOK[kelompok]()} AS kelompok, COUNT(DISTINCT idperson) AS siswa, COUNT(*) AS bills,
         SUM(bill.tagihan - bill.dibayar) AS jumlah
       FROM tagihan_terbuka AS bill JOIN siswa USING (idperson) WHERE ${sql}
       GROUP BY kelompok ORDER BY ${kelompok === 'umur' ? 'kelompok' : 'jumlah DESC, kelompok'}`,
      params,
    );
    return rows.map(({ kelompok: name, siswa, bills, jumlah }) => ({
      kelompok: kelompok === 'umur' ? umurFrom(Number(name)) : name,
      siswa: Number(siswa),
      bills: Number(bills),
      tunggakan: Number(jumlah),
    }));
  }

  /** Of everybody it is counted ahead; null elsewhere. */
  private async counted(filter: SiswaFilterDto): Promise<UmurAndKategori | null> {
    const isOfAll = Object.values(filter).every((value) => value === undefined);
    return isOfAll ? this.hitungan.tunggakan() : null;
  }
}

/** What is asked of bills is asked of each here, everything else of its student. */
function open({ kategori, periode, umur, terlambat, belumJatuhTempo, ...ofSiswa }: TunggakanFilter): Sql {
  const bills = openBillWhere({ kategori, periode, umur, terlambat, belumJatuhTempo });
  const siswa = rosterWhere(ofSiswa);
  return { sql: `${bills.sql} AND ${siswa.sql}`, params: [...bills.params, ...siswa.params] };
}

function behind(cursor: string | undefined): Sql {
  if (cursor === undefined) return { sql: 'TRUE', params: [] };
  const [jatuhTempo, ...row] = decodeCursor(cursor, LIST, [isDayOrNull, isId, isNomor]);
  const further = '(bill.idperson, nomor) > (?, ?)';
  return jatuhTempo === null
    ? { sql: `(jatuh_tempo IS NOT NULL OR ${further})`, params: row }
    : {
        sql: `(jatuh_tempo > ? OR (jatuh_tempo = ? AND ${further}))`,
        params: [jatuhTempo, jatuhTempo, ...row],
      };
}

const isDayOrNull = (value: unknown) =>
  value === null ||
  (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !isNaN(Date.parse(value)));
const isNomor = (value: unknown) => typeof value === 'string' && /^\d{1,9}$/.test(value);

const umurFrom = (day: number) => Object.entries(UMUR_HARI).find(([, [from]]) => from === day)![0];

type Row = Omit<TunggakanRow, 'hariTerlambat' | 'tagihan' | 'dibayar' | 'sisa'> &
  Record<'hariTerlambat' | 'tagihan' | 'dibayar', string>;

interface RingkasanRow {
  kelompok: string | null;
  siswa: string;
  bills: string;
  jumlah: string;
}

function toRow({ idperson, hariTerlambat, tagihan, dibayar, ...row }: Row): TunggakanRow {
  return {
    ...row,
    idperson: String(idperson),
    hariTerlambat: Number(hariTerlambat),
    tagihan: Number(tagihan),
    dibayar: Number(dibayar),
    sisa: Number(dibayar) - Number(tagihan),
  };
}
