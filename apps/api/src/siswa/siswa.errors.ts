import { DomainError, NotFoundError } from '../common/domain-error';
import type { PaymentSourceError } from '../sisda/payment-source.errors';
import type { RosterRowError } from '../sisda/sisda-roster.reader';

export class SiswaNotFoundError extends NotFoundError {
  constructor(idperson: string) {
    super(`Siswa ${idperson} tidak ditemukan`, { idperson });
  }
}

export class SiswaLeftError extends DomainError<'siswa_left'> {
  constructor(idperson: string) {
    super(409, 'siswa_left', 'Siswa ini sudah tidak ada di daftar siswa, jadi tidak disinkronkan', {
      idperson,
    });
  }
}

export class RosterUnreachableError extends DomainError<'roster_unreachable'> {
  constructor({ reason, message, httpStatus }: PaymentSourceError) {
    super(502, 'roster_unreachable', `Daftar siswa tidak dapat diambil: ${message}`, { reason, httpStatus });
  }
}

export class RosterInvalidError extends DomainError<'roster_invalid'> {
  constructor({ row, idperson, field, given, problem }: RosterRowError) {
    const who = idperson === null ? '' : `, idperson ${idperson}`;
    super(
      502,
      'roster_invalid',
      `Daftar siswa ditolak, tidak ada yang diubah: baris ${row}${who}: ${field} ${problem}`,
      { row, idperson, field, given, problem },
    );
  }
}

export class RosterSuspiciousError extends DomainError<'roster_suspicious'> {
  constructor(current: number, incoming: number, left: number) {
    super(
      502,
      'roster_suspicious',
      current === 0
        ? 'Server pembayaran belum mengenal seorang siswa pun: daftar siswanya kosong. Periksa apakah koneksinya ke sekolah yang benar'
        : `Daftar siswa yang baru memuat ${incoming} siswa, dan ${left} dari ${current} siswa sekarang tidak ada di dalamnya; tidak ada yang diubah`,
      { current, incoming, left },
    );
  }
}
