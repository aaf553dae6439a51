import { IsString, MaxLength, ValidateBy } from 'class-validator';
import { IsFilled } from '../common/filled';
import type { Timestamp } from '../common/scalars';
import { inLink, PESAN_LINK_MAX, PESAN_PENANDA, unknownPenanda } from './pesan';

/** What is wrong with a text to parents, in Indonesian; null where nothing is. */
function pesanProblem(text: string): string | null {
  if (text.trim() === '') return 'wajib diisi';
  const unknown = unknownPenanda(text);
  if (unknown.length > 0) {
    const known = PESAN_PENANDA.map((name) => `{${name}}`).join(', ');
    return `memuat penanda yang tidak dikenal: ${unknown.join(', ')}; yang dikenal: ${known}`;
  }
  const length = inLink(text).length;
  if (length > PESAN_LINK_MAX) {
    return `terlalu panjang untuk tautan WhatsApp: ${length} karakter di alamat, paling banyak ${PESAN_LINK_MAX}`;
  }
  return null;
}

const IsPesan = (): PropertyDecorator =>
  ValidateBy({
    name: 'isPesan',
    validator: {
      validate: (text: unknown) => typeof text === 'string' && pesanProblem(text) === null,
      defaultMessage: (given) => {
        const text: unknown = given?.value;
        return `template ${typeof text === 'string' ? pesanProblem(text) : 'harus berupa teks'}`;
      },
    },
  });

/** What parents of students who owe are written. */
export class PesanDto {
  /** The school's name, as it stands on letters. @example "Pesantren Al-Ikhlas" */
  @IsString() @IsFilled() @MaxLength(100) sekolah!: string;
  /**
   * The text, with {nama}, {kelas}, {tagihan}, {total}, {tanggal} and {sekolah} where these are to stand; it may take up 2,000
   * characters in a link's address.
   * @example "Assalamu'alaikum. Tagihan ananda {nama} ({kelas}) per {tanggal}: {tagihan}. Jumlah: {total}"
   */
  @IsPesan() template!: string;
}

/** What they are written now. */
export class SavedPesanDto {
  /** The school's name; null until an admin writes it. @example "Pesantren Al-Ikhlas" */
  sekolah!: string | null;
  /** The text; the product's own until an admin writes another one. @example "Assalamu'alaikum. Tagihan ananda {nama}: {tagihan}" */
  template!: string;
  /** When an admin last saved it; null: never. */
  changedAt!: Timestamp | null;
}
