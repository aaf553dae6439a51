import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsISO8601, IsOptional, IsString, ValidateNested } from 'class-validator';

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

export class PerubahanPageDto {
  @IsArray() @ValidateNested({ each: true }) @Type(() => PerubahanDto) items!: PerubahanDto[];
  @IsOptional() @IsString() nextCursor!: string | null;
}
