import { fillPesan, inLink } from '@bantubayar/shared';
import { createFormat, schoolYear } from '../core/format';
import { billName } from './bill-name';
import { type OpenBill, sumOf } from './open-bills';

/** Whoever is told of bills: a student's name and place. */
export interface Addressee {
  nama: string;
  UnitFormal: string | null;
  KelasFormal: string | null;
}

/** The longest address that browsers and telephones are known to hand on to WhatsApp whole. */
export const WA_LINK_MAX = 6_000;

/** What goes to parents is Indonesian, whatever the language of the page is. */
export const letterFormat = createFormat('id');
export const YEAR_TOTAL = 'Total tahun ajaran';

export const kelasOf = ({ UnitFormal, KelasFormal }: Addressee): string =>
  [UnitFormal, KelasFormal].filter(Boolean).join(' ') || '—';

export interface Pesan {
  template: string;
  siswa: Addressee;
  bills: readonly OpenBill[];
  sekolah: string | null;
  now: number;
}

/** The text to the parents of a student, with these bills and no other ones. */
export function pesanText({ template, siswa, bills, sekolah, now }: Pesan): string {
  const filled = fillPesan(template, {
    nama: siswa.nama,
    kelas: kelasOf(siswa),
    tagihan: bills.map(lineOf).join('\n') || '- tidak ada -',
    total: letterFormat.rupiah(sumOf(bills)),
    tanggal: letterFormat.date(now),
    sekolah: sekolah ?? '',
  });
  return filled
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Opens WhatsApp with the text; only a person sends it there. */
export const waLink = (number: string, text: string): string =>
  `https://wa.me/${number}?text=${inLink(text)}`;

function lineOf({ periode, kategori, item, jatuhTempo, due, tagihan, rest }: OpenBill): string {
  const day = jatuhTempo && letterFormat.day(jatuhTempo);
  const when = due ? day && `jatuh tempo ${day}` : ['belum jatuh tempo', day].filter(Boolean).join(', ');
  const what = [billName(kategori, item, YEAR_TOTAL), schoolYear(periode)].join(' ');
  const { rupiah } = letterFormat;
  const amount = rest < tagihan ? `${rupiah(rest)} dari ${rupiah(tagihan)}` : rupiah(rest);
  return `- ${what}${when ? ` (${when})` : ''}: ${amount}`;
}
