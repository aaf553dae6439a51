import { isReset } from '../database/connection-error';
import { errnoOf } from '../database/transaction';
import { PaymentSourceError } from '../sisda/payment-source.errors';
import { ANSWERED, type SiswaResult } from './pembayaran-writer';

/** The result of a student whose answer could not be written, for what the attempt ended with. */
export function unstorable(result: SiswaResult, error: unknown): SiswaResult {
  return { ...result, answer: reasonOf(result, error) };
}

function reasonOf({ answer }: SiswaResult, error: unknown): PaymentSourceError {
  const errno = errnoOf(error);
  const httpStatus = answer instanceof Error ? (answer.httpStatus ?? undefined) : ANSWERED;
  if (errno > 0)
    return new PaymentSourceError('not_storable', { detail: `ditolak database (kode ${errno})`, httpStatus });
  if (!isReset(error) || answer instanceof Error)
    return new PaymentSourceError('unexpected_error', { httpStatus });
  const kilobytes = Math.ceil(Buffer.byteLength(answer.pembayaran) / 1024);
  return new PaymentSourceError('not_storable', {
    httpStatus,
    detail: `database memutus sambungan saat menerima ${kilobytes} kB; lihat max_allowed_packet`,
  });
}
