import type { Scope } from '@bantubayar/shared';
import { DomainError } from '../common/domain-error';

export class UnauthenticatedError extends DomainError<'unauthenticated'> {
  constructor() {
    super(401, 'unauthenticated', 'Silakan masuk terlebih dahulu');
  }
}

export class InvalidCredentialsError extends DomainError<'invalid_credentials'> {
  constructor() {
    super(401, 'invalid_credentials', 'E-mail atau kata sandi salah');
  }
}

export class ForbiddenError extends DomainError<'forbidden'> {
  constructor(scope: Scope) {
    super(403, 'forbidden', `Anda tidak berhak melakukan ini; diperlukan hak "${scope}"`, {
      requiredScope: scope,
    });
  }
}

export class CrossSiteRequestError extends DomainError<'cross_site_request'> {
  constructor() {
    super(403, 'cross_site_request', 'Permintaan dari situs lain ditolak');
  }
}

export class TooManyAttemptsError extends DomainError<'too_many_attempts'> {
  constructor(retryAfterSeconds: number) {
    super(429, 'too_many_attempts', `Terlalu banyak percobaan; coba lagi dalam ${retryAfterSeconds} detik`, {
      retryAfterSeconds,
    });
  }
}

export class EmailTakenError extends DomainError<'email_taken'> {
  constructor(email: string) {
    super(409, 'email_taken', `Sudah ada pengguna dengan e-mail ${email}`, { email });
  }
}

export class LastAdminError extends DomainError<'last_admin'> {
  constructor() {
    super(409, 'last_admin', 'Harus selalu ada seorang admin; angkat admin lain lebih dahulu');
  }
}

export class OwnAccountError extends DomainError<'own_account'> {
  constructor(message: string) {
    super(409, 'own_account', message);
  }
}

export class WrongPasswordError extends DomainError<'wrong_password'> {
  constructor() {
    super(409, 'wrong_password', 'Kata sandi yang sekarang salah');
  }
}
