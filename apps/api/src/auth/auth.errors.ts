import type { Scope } from '@bantubayar/shared';
import { DomainError } from '../common/domain-error';

export class UnauthenticatedError extends DomainError {
  constructor() {
    super(401, 'unauthenticated', 'Silakan masuk terlebih dahulu');
  }
}

export class InvalidCredentialsError extends DomainError {
  constructor() {
    super(401, 'invalid_credentials', 'E-mail atau kata sandi salah');
  }
}

export class ForbiddenError extends DomainError {
  constructor(scope: Scope) {
    super(403, 'forbidden', `Anda tidak berhak melakukan ini; diperlukan hak "${scope}"`, {
      requiredScope: scope,
    });
  }
}

export class CrossSiteRequestError extends DomainError {
  constructor() {
    super(403, 'cross_site_request', 'Permintaan dari situs lain ditolak');
  }
}

export class TooManyAttemptsError extends DomainError {
  constructor(retryAfterSeconds: number) {
    super(429, 'too_many_attempts', `Terlalu banyak percobaan; coba lagi dalam ${retryAfterSeconds} detik`, {
      retryAfterSeconds,
    });
  }
}
