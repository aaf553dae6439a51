import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PageQueryDto } from '../common/page.dto';

/** A bill whose amounts changed; whole rupiah, null on the side where it is not there. */
export class PerubahanItemDto {
  @IsString() periode!: string;
  @IsString() kategori!: string;
  @IsString() nama!: string;
  @IsOptional() @IsInt() tagihanBefore!: number | null;
  @IsOptional() @IsInt() tagihanAfter!: number | null;
  @IsOptional() @IsInt() dibayarBefore!: number | null;
  @IsOptional() @IsInt() dibayarAfter!: number | null;
}

/** What changed in a student's payments from one fetch to the next. Amounts over all periods, in whole rupiah. */
export class PerubahanDto {
  @IsString() id!: string;
  @IsString() idperson!: string;
  @IsOptional() @IsString() nama!: string | null;
  @IsOptional() @IsString() UnitFormal!: string | null;
  @IsOptional() @IsString() KelasFormal!: string | null;
  @IsISO8601() at!: string;
  /** The run that saw it; null when the student was fetched alone. */
  @IsOptional() @IsString() runId!: string | null;
  @IsInt() tagihanBefore!: number;
  @IsInt() tagihanAfter!: number;
  @IsInt() dibayarBefore!: number;
  @IsInt() dibayarAfter!: number;
  @IsInt() tunggakanBefore!: number;
  @IsInt() tunggakanAfter!: number;
  @IsArray() @IsString({ each: true }) periodeBaru!: string[];
  @IsArray() @IsString({ each: true }) periodeHilang!: string[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => PerubahanItemDto) items!: PerubahanItemDto[];
}

/** Which changes of a run. */
export class PerubahanQueryDto extends PageQueryDto {
  /** Part of a name, or the beginning of an idperson. */
  @IsOptional() @IsString() @MaxLength(100) search?: string;
  @IsOptional() @IsString() @MaxLength(100) lembaga?: string;
  @IsOptional() @IsString() @MaxLength(100) kelas?: string;
  /** true: only students who paid, that is whose dibayar grew. */
  @IsOptional() @Transform(({ value }) => fromQuery(value)) @IsBoolean() paid?: boolean;
}

export class PerubahanPageDto {
  @IsArray() @ValidateNested({ each: true }) @Type(() => PerubahanDto) items!: PerubahanDto[];
  @IsOptional() @IsString() nextCursor!: string | null;
}

/** In an address every value is a text. */
function fromQuery(value: unknown): unknown {
  return value === 'true' ? true : value === 'false' ? false : value;
}
