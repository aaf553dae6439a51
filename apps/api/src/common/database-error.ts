import type { ErrorCode } from '@bantubayar/shared';
import { isConnectionError } from '../database/connection-error';
import { refusalOf } from '../database/refusal';
import { errnoOf, isLockConflict } from '../database/transaction';
import { DomainError, InvalidInputError } from './domain-error';

/** By the server's error numbers: a value is too large, too long or of the wrong kind for where it should go. */
const BAD_VALUES = new Set([1264, 1265, 1292, 1366, 1406, 1411, 1690, 3140, 3141, 3819, 4025]);

const unavailable = (message: string) =>
  new DomainError(503, 'service_unavailable', message, { retryAfterSeconds: 1 });

/** What a caller is told of a database error that they can do something about; null where it is none. */
export function databaseErrorOf(error: unknown): DomainError<ErrorCode> | null {
  if (error instanceof DomainError) return null;
  if (isLockConflict(error)) return unavailable('Data ini sedang diubah pihak lain, silakan coba lagi');
  const refusal = refusalOf(error);
  if (refusal) return unavailable(`Database ${refusal}; belum ada yang disimpan`);
  if (isConnectionError(error)) return unavailable('Layanan sedang tidak siap, silakan coba lagi');
  if (!BAD_VALUES.has(errnoOf(error))) return null;
  return new InvalidInputError('Permintaan memuat nilai yang tidak dapat disimpan', {
    body: ['has a value that is too large, too long or of the wrong kind'],
  });
}
