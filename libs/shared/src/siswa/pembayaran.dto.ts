import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';

/**
 * Amounts in whole rupiah. `sisa` = dibayar - tagihan: negative is arrears (tunggakan), positive is overpaid.
 * `lunas` is true when `sisa` is not negative.
 */
export class JumlahDto {
  @IsInt() tagihan!: number;
  @IsInt() dibayar!: number;
  @IsInt() sisa!: number;
  @IsBoolean() lunas!: boolean;
}

export class ItemPembayaranDto extends JumlahDto {
  @IsString() id!: string;
  @IsString() nama!: string;
  /** Date of the journal entry, as the payment service writes it (YYYY-MM-DD). */
  @IsOptional() @IsString() tanggal!: string | null;
}

export class KategoriPembayaranDto extends JumlahDto {
  @IsString() nama!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => ItemPembayaranDto) items!: ItemPembayaranDto[];
}

/** One school year; `periode` is like `20252026`. */
export class PeriodePembayaranDto extends JumlahDto {
  @IsString() periode!: string;
  @IsOptional() @IsString() kelas!: string | null;
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => KategoriPembayaranDto)
  kategori!: KategoriPembayaranDto[];
}
