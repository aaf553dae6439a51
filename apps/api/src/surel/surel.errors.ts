import { EMAIL_MAX_LENGTH, PENERIMA_MAX } from '@bantubayar/shared';
import { DomainError, InvalidInputError, NotFoundError } from '../common/domain-error';

export class TooManyPenerimaError extends DomainError<'too_many_penerima'> {
  constructor() {
    super(409, 'too_many_penerima', `Paling banyak ${PENERIMA_MAX} penerima; hapus yang tidak perlu lagi`, {
      max: PENERIMA_MAX,
    });
  }
}

export class PenerimaTakenError extends DomainError<'email_taken'> {
  constructor(email: string) {
    super(409, 'email_taken', `Sudah ada penerima dengan e-mail ${email}`, { email });
  }
}

export class PenerimaNotFoundError extends NotFoundError {
  constructor(id: string) {
    super('Penerima tidak ditemukan', { id });
  }
}

export class MailNotConfiguredError extends DomainError<'mail_not_configured'> {
  constructor() {
    super(
      409,
      'mail_not_configured',
      'E-mail belum dapat dikirim: SMTP_URL belum diatur di lingkungan server',
    );
  }
}

export class InvalidAddressError extends InvalidInputError {
  constructor() {
    const allowed = `satu alamat saja, misalnya kepala@sekolah.id: tanpa nama, spasi dan tanda kutip, paling panjang ${EMAIL_MAX_LENGTH} karakter`;
    super(`Isian tidak sesuai: email bukan alamat e-mail; yang diizinkan ${allowed}`, {
      email: [`must be an address that mail servers take: ${allowed}`],
    });
  }
}
