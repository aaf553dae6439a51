import {
  type Day,
  failureMessage,
  type ReviewDto,
  type ReviewReason,
  type SiswaDetailDto,
  type SiswaListItemDto,
  type SiswaRosterDto,
} from '@bantubayar/shared';
import { daysLate } from '../sisda/bills';
import { storedPeriode } from '../sisda/sisda.reader';
import type { SiswaEntity } from './siswa.entity';

/** A row of pembayaran_review. */
export interface ReviewRow {
  reason: ReviewReason;
  run_id: string | null;
  pembayaran: string;
  received_at: Date;
}

export function toListItem(siswa: SiswaEntity, today: Day): SiswaListItemDto {
  const { jatuhTempoTertua } = siswa;
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
    phone: siswa.phone,
    statusPembayaran: siswa.statusPembayaran,
    tagihan: toAmount(siswa.tagihan),
    dibayar: toAmount(siswa.dibayar),
    tunggakan: toAmount(siswa.tunggakan),
    belumJatuhTempo: toAmount(siswa.belumJatuhTempo),
    lebihBayar: toAmount(siswa.lebihBayar),
    jatuhTempoTertua,
    hariTerlambat:
      jatuhTempoTertua !== null && jatuhTempoTertua <= today ? daysLate(jatuhTempoTertua, today) : null,
    saldo: toAmount(siswa.saldo),
    fetchedAt: siswa.fetchedAt?.toISOString() ?? null,
    changedAt: siswa.changedAt?.toISOString() ?? null,
  };
}

function toRoster(siswa: SiswaEntity, today: Day): SiswaRosterDto {
  return {
    ...toListItem(siswa, today),
    lahirtempat: siswa.lahirtempat,
    lahirtanggal: siswa.lahirtanggal,
    leftAt: siswa.leftAt?.toISOString() ?? null,
  };
}

/** The JSON text of a SiswaLineDto, with payments where they were read; its line breaks could only stand between what the payment service sent. */
export function toLineText(siswa: SiswaEntity, today: Day): string {
  const { pembayaran } = siswa;
  const roster = toRoster(siswa, today);
  if (pembayaran === undefined) return JSON.stringify(roster);
  return textOf(roster, { pembayaran: pembayaran && pembayaran.replace(/[\r\n]+/g, ' ') });
}

/**
 * The JSON text of a SiswaDetailDto. What the payment service sent stands in it to the letter: no value of ours could
 * hold every number that it may send.
 */
export function toDetailText(siswa: SiswaEntity, review: ReviewRow | null, today: Day): string {
  const detail: Omit<SiswaDetailDto, 'pembayaran' | 'review'> = {
    ...toRoster(siswa, today),
    periode: siswa.pembayaran === null ? [] : storedPeriode(siswa.pembayaran, today),
  };
  const kept = review && textOf(toReview(review, today), { pembayaran: review.pembayaran });
  return textOf(detail, { review: kept, pembayaran: siswa.pembayaran });
}

/** The JSON text of an object with further fields that are JSON text already. */
function textOf(value: object, texts: Record<string, string | null>): string {
  const fields = Object.entries(texts).map(([name, text]) => `,"${name}":${text}`);
  return `${JSON.stringify(value).slice(0, -1)}${fields.join('')}}`;
}

function toReview(
  { reason, run_id, pembayaran, received_at }: ReviewRow,
  today: Day,
): Omit<ReviewDto, 'pembayaran'> {
  return {
    reason,
    message: failureMessage(reason),
    runId: run_id === null ? null : String(run_id),
    receivedAt: received_at.toISOString(),
    periode: storedPeriode(pembayaran, today),
  };
}

function toAmount(value: string | null): number | null {
  return value === null ? null : Number(value);
}
