import {
  type RingkasanDto,
  type RingkasanKelasDto,
  type RingkasanLembagaDto,
  type SiswaFilterDto,
  STALE_HOURS,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { type Hitungan, HitunganRepository } from '../hitungan/hitungan.repository';
import { sisiOf } from '../hitungan/counted-groups';
import { applyFilter } from './siswa-list.query';
import { staleFor } from './siswa-where';
import { SiswaEntity } from './siswa.entity';

const FIGURES: Record<keyof RingkasanDto, string> = {
  total: 'COUNT(*)',
  lunas: "SUM(siswa.status_pembayaran = 'lunas')",
  belumLunas: "SUM(siswa.status_pembayaran = 'belum_lunas')",
  belumSinkron: "SUM(siswa.status_pembayaran = 'belum_sinkron')",
  usang: `SUM(${staleFor(STALE_HOURS)})`,
  tagihan: 'SUM(siswa.tagihan)',
  dibayar: 'SUM(siswa.dibayar)',
  tunggakan: 'SUM(siswa.tunggakan)',
  belumJatuhTempo: 'SUM(siswa.belum_jatuh_tempo)',
  lebihBayar: 'SUM(siswa.lebih_bayar)',
  dihitungUlang: 'COALESCE(SUM(siswa.figures_outdated), 0)',
};
const NAMES = Object.keys(FIGURES) as (keyof RingkasanDto)[];

type Row = Record<keyof RingkasanDto, string | null>;
type KelasRow = Row & { lembaga: string | null; kelas: string | null };

/** Sums over the students of the roster. */
@Injectable()
export class RingkasanRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly hitungan: HitunganRepository,
  ) {}

  async of(filter: SiswaFilterDto): Promise<RingkasanDto> {
    const counted = await this.counted(filter);
    return counted ? ringkasanOf(counted) : toRingkasan((await this.figures(filter).getRawOne<Row>())!);
  }

  /** By school unit and class, in the order of their names. */
  async byLembaga(filter: SiswaFilterDto): Promise<RingkasanLembagaDto[]> {
    const counted = await this.counted(filter);
    if (counted)
      return inUnits(counted.map(({ nama, bagian, ...sums }) => [nama, { kelas: bagian, ...sums }]));
    const rows = await this.figures(filter)
      .addSelect('siswa.UnitFormal', 'lembaga')
      .addSelect('siswa.KelasFormal', 'kelas')
      .groupBy('siswa.UnitFormal')
      .addGroupBy('siswa.KelasFormal')
      .orderBy('siswa.UnitFormal')
      .addOrderBy('siswa.KelasFormal')
      .getRawMany<KelasRow>();
    return inUnits(rows.map((row) => [row.lembaga, { kelas: row.kelas, ...toRingkasan(row) }]));
  }

  /** Where nothing but units and classes is asked for they are counted ahead; null elsewhere. */
  private async counted(filter: SiswaFilterDto): Promise<Hitungan[] | null> {
    return sisiOf(filter) === 'lembaga' ? this.hitungan.of('lembaga', filter) : null;
  }

  private figures(filter: SiswaFilterDto): SelectQueryBuilder<SiswaEntity> {
    const query = this.dataSource.getRepository(SiswaEntity).createQueryBuilder('siswa').select([]);
    for (const name of NAMES) query.addSelect(FIGURES[name], name);
    return applyFilter(query, filter);
  }
}

function inUnits(all: readonly [lembaga: string | null, RingkasanKelasDto][]): RingkasanLembagaDto[] {
  const units = new Map<string | null, RingkasanKelasDto[]>();
  for (const [lembaga, kelas] of all) units.set(lembaga, [...(units.get(lembaga) ?? []), kelas]);
  return [...units].map(([lembaga, kelas]) => ({ lembaga, ...ringkasanOf(kelas), kelas }));
}

/** The sum of sums. */
export function ringkasanOf(parts: readonly RingkasanDto[]): RingkasanDto {
  const add = (name: keyof RingkasanDto) => parts.reduce((sum, part) => sum + part[name], 0);
  return Object.fromEntries(NAMES.map((name) => [name, add(name)])) as unknown as RingkasanDto;
}

/** MySQL sends sums as decimal strings, and NULL over no rows. */
function toRingkasan(row: Row): RingkasanDto {
  return Object.fromEntries(NAMES.map((name) => [name, Number(row[name])])) as unknown as RingkasanDto;
}
