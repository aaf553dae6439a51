import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  SISWA_PERHATIAN,
  type SiswaPerhatian,
  STATUS_PEMBAYARAN,
  type StatusPembayaran,
  UMUR_TUNGGAKAN,
  type UmurTunggakan,
} from './siswa-list';

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

/** Which students, by words and groups, by what they owe and what they need; one bill has to fit all that is asked of bills. */
export class SiswaConditionsDto extends SiswaGroupsDto {
  /**
   * Words in any order, all to be found: each is part of a name, or the beginning of an idperson or a class, or a telephone number
   * from its beginning, however it is written.
   * @example "putri siti"
   */
  @IsOptional() @IsString() @MaxLength(100) search?: string;
  /** Only students of this standing. */
  @IsOptional() @IsIn(STATUS_PEMBAYARAN) status?: StatusPembayaran;
  /** Only with an unpaid bill of this category that has fallen due. @example "SPP" */
  @IsOptional() @IsString() @MaxLength(191) kategori?: string;
  /** Only with an unpaid bill of this school year that has fallen due. @example "20252026" */
  @IsOptional() @IsString() @MaxLength(191) periode?: string;
  /** Only with an unpaid bill that is so many days late. @example "31-60" */
  @IsOptional() @IsIn(UMUR_TUNGGAKAN) umur?: UmurTunggakan;
  /** Only students who need a person, for this reason. */
  @IsOptional() @IsIn(SISWA_PERHATIAN) perhatian?: SiswaPerhatian;
}
