import {
  failureMessage,
  type ReviewDto,
  type ReviewReason,
  type SiswaDetailDto,
  type SiswaListItemDto,
} from '@bantubayar/shared';
import { parseJson } from '../common/json';
import { periodeOf } from '../sisda/sisda.mapper';
import type { SisdaPayments } from '../sisda/sisda.types';
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
    statusPembayaran: siswa.statusPembayaran,
    tunggakan: toAmount(siswa.tunggakan),
    saldo: toAmount(siswa.saldo),
    fetchedAt: siswa.fetchedAt?.toISOString() ?? null,
    changedAt: siswa.changedAt?.toISOString() ?? null,
  };
}

export function toDetail(siswa: SiswaEntity, review: ReviewRow | null): SiswaDetailDto {
  const pembayaran = siswa.pembayaran === null ? null : (parseJson(siswa.pembayaran) as SisdaPayments[]);
  return {
    ...toListItem(siswa),
    lahirtempat: siswa.lahirtempat,
    lahirtanggal: siswa.lahirtanggal,
    phone: siswa.phone,
    AsramaPondok: siswa.AsramaPondok,
    KamarPondok: siswa.KamarPondok,
    TingkatDiniyah: siswa.TingkatDiniyah,
    KelasDiniyah: siswa.KelasDiniyah,
    tagihan: toAmount(siswa.tagihan),
    dibayar: toAmount(siswa.dibayar),
    leftAt: siswa.leftAt?.toISOString() ?? null,
    pembayaran,
    periode: pembayaran ? periodeOf(pembayaran) : [],
    review: review && toReview(review),
  };
}

function toReview({ reason, run_id, pembayaran, received_at }: ReviewRow): ReviewDto {
  return {
    reason,
    message: failureMessage(reason),
    runId: run_id === null ? null : String(run_id),
    receivedAt: received_at.toISOString(),
    periode: periodeOf(parseJson(pembayaran) as SisdaPayments[]),
  };
}

function toAmount(value: string | null): number | null {
  return value === null ? null : Number(value);
}
