import {
  failureMessage,
  type ReviewDto,
  type ReviewReason,
  type SiswaDetailDto,
  type SiswaListItemDto,
} from '@bantubayar/shared';
import { storedPeriode } from '../sisda/sisda.reader';
import type { SiswaEntity } from './siswa.entity';

/** A row of pembayaran_review. */
export interface ReviewRow {
  reason: ReviewReason;
  run_id: string | null;
  pembayaran: string;
  received_at: Date;
}

export function toListItem(siswa: SiswaEntity): SiswaListItemDto {
  return {
    idperson: String(siswa.idperson),
    nama: siswa.nama,
    gender: siswa.gender,
    UnitFormal: siswa.UnitFormal,
    KelasFormal: siswa.KelasFormal,
    AsramaPondok: siswa.AsramaPondok,
    KamarPondok: siswa.KamarPondok,
    TingkatDiniyah: siswa.TingkatDiniyah,
    KelasDiniyah: siswa.KelasDiniyah,
    statusPembayaran: siswa.statusPembayaran,
    tunggakan: toAmount(siswa.tunggakan),
    saldo: toAmount(siswa.saldo),
    fetchedAt: siswa.fetchedAt?.toISOString() ?? null,
    changedAt: siswa.changedAt?.toISOString() ?? null,
  };
}

/**
 * The JSON text of a SiswaDetailDto. What the payment service sent stands in it to the letter: no value of ours could
 * hold every number that it may send.
 */
export function toDetailText(siswa: SiswaEntity, review: ReviewRow | null): string {
  const detail: Omit<SiswaDetailDto, 'pembayaran'> = {
    ...toListItem(siswa),
    lahirtempat: siswa.lahirtempat,
    lahirtanggal: siswa.lahirtanggal,
    phone: siswa.phone,
    tagihan: toAmount(siswa.tagihan),
    dibayar: toAmount(siswa.dibayar),
    leftAt: siswa.leftAt?.toISOString() ?? null,
    periode: siswa.pembayaran === null ? [] : storedPeriode(siswa.pembayaran),
    review: review && toReview(review),
  };
  return `${JSON.stringify(detail).slice(0, -1)},"pembayaran":${siswa.pembayaran ?? 'null'}}`;
}

function toReview({ reason, run_id, pembayaran, received_at }: ReviewRow): ReviewDto {
  return {
    reason,
    message: failureMessage(reason),
    runId: run_id === null ? null : String(run_id),
    receivedAt: received_at.toISOString(),
    periode: storedPeriode(pembayaran),
  };
}

function toAmount(value: string | null): number | null {
  return value === null ? null : Number(value);
}
