import type { UmpanFieldDto, UmpanItemDto, UmpanPembayaranDto } from '@bantubayar/shared';
import type { PembayaranAwal } from './note-changes';
import type { ChangeRow } from './umpan.repository';

type Pembayaran = Omit<UmpanPembayaranDto, 'id' | 'jenis' | 'idperson' | 'at' | 'runId'>;

export function toUmpanItem({ nomor, jenis, idperson, run_id, oleh, at, detail }: ChangeRow): UmpanItemDto {
  const change = { id: String(nomor), idperson: String(idperson), at: at.toISOString() };
  const told = JSON.parse(detail) as unknown;
  if (jenis !== 'pembayaran' && jenis !== 'pembayaran_awal')
    return { ...change, jenis, oleh, ...(told as { fields: UmpanFieldDto[] }) };
  const pembayaran = jenis === 'pembayaran' ? (told as Pembayaran) : fromNothing(told as PembayaranAwal);
  return { ...change, jenis: 'pembayaran', runId: run_id === null ? null : String(run_id), ...pembayaran };
}

function fromNothing({ bills, ...after }: PembayaranAwal): Pembayaran {
  return {
    ...{ tagihanBefore: null, dibayarBefore: null, tunggakanBefore: null, periodeHilang: [], ...after },
    items: bills.flatMap(([periode, kategori, each]) =>
      each.map(([nama, tagihanAfter, dibayarAfter]) => ({
        ...{ periode, kategori, nama, tagihanBefore: null, tagihanAfter, dibayarBefore: null, dibayarAfter },
      })),
    ),
  };
}
