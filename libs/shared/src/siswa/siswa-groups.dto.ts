import { IsOptional, IsString, MaxLength } from 'class-validator';

/** What groups students: the name by which lists, scopes and exports take it, and the roster's column that tells it. */
export const SISWA_GROUPS = {
  lembaga: 'UnitFormal',
  kelas: 'KelasFormal',
  asrama: 'AsramaPondok',
  kamar: 'KamarPondok',
  tingkatDiniyah: 'TingkatDiniyah',
  kelasDiniyah: 'KelasDiniyah',
} as const;
export type SiswaGroup = keyof typeof SISWA_GROUPS;

/** Which groups of students; several are all required together. */
export class SiswaGroupsDto {
  /** Only students of this school unit. @example "SMP" */
  @IsOptional() @IsString() @MaxLength(100) lembaga?: string;
  /** Only students of this class. @example "8A" */
  @IsOptional() @IsString() @MaxLength(100) kelas?: string;
  /** Only students of this dormitory. @example "Al-Ikhlas" */
  @IsOptional() @IsString() @MaxLength(100) asrama?: string;
  /** Only students of this room in the dormitory. @example "12" */
  @IsOptional() @IsString() @MaxLength(100) kamar?: string;
  /** Only students of this level of the religious school. @example "Wustho" */
  @IsOptional() @IsString() @MaxLength(100) tingkatDiniyah?: string;
  /** Only students of this class of the religious school. @example "2B" */
  @IsOptional() @IsString() @MaxLength(100) kelasDiniyah?: string;
}
