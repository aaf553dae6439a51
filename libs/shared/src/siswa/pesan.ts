/** What the text to parents can name of a student, of what is owed, and of the school. */
export const PESAN_PENANDA = ['nama', 'kelas', 'tagihan', 'total', 'tanggal', 'sekolah'] as const;
export type PesanPenanda = (typeof PESAN_PENANDA)[number];

/** The most that the text may take up in the address of a WhatsApp link, where a letter may need several characters. */
export const PESAN_LINK_MAX = 2_000;

/** The text until an admin writes another one. */
export const PESAN_AWAL = `Assalamu'alaikum warahmatullahi wabarakatuh.

Yth. Bapak/Ibu wali dari ananda {nama} ({kelas}),

Dengan hormat, kami sampaikan tagihan ananda yang belum lunas per {tanggal}:

{tagihan}

Jumlah: {total}

Mohon kesediaan Bapak/Ibu untuk menyelesaikannya. Bila sudah dibayar, mohon abaikan pesan ini, atau kirimkan bukti pembayarannya kepada kami.

Jazakumullahu khairan. Wassalamu'alaikum warahmatullahi wabarakatuh.

{sekolah}`;

const PENANDA = /\{([^{}\n]*)\}/g;

/** What stands in braces in the text and is none of its names, in braces. */
export function unknownPenanda(text: string): string[] {
  const named = [...text.matchAll(PENANDA)].filter(([, name]) => !isPenanda(name!)).map(([all]) => all);
  return [...new Set(named)];
}

/** The text with what stands for each name; what is none is left as it is, and what was filled in is not read again. */
export function fillPesan(text: string, values: Record<PesanPenanda, string>): string {
  return text.replace(PENANDA, (all, name: string) => (isPenanda(name) ? values[name] : all));
}

/** The text as it stands in a link's address; half a letter, which cannot stand there, is left out of it. */
export const inLink = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

const isPenanda = (name: string): name is PesanPenanda => PESAN_PENANDA.some((known) => known === name);
