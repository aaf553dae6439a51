import { IsOptional, IsString, MaxLength } from 'class-validator';

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
