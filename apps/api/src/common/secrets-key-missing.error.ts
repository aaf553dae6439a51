import { DomainError } from './domain-error';

/** A secret cannot be kept, since there is nothing to encrypt it with. */
export class SecretsKeyMissingError extends DomainError<'secrets_key_missing'> {
  /** `what` cannot be kept, in Indonesian. */
  constructor(what: string) {
    super(
      409,
      'secrets_key_missing',
      `${what} tidak dapat disimpan di sini: SECRETS_KEY belum diatur di lingkungan server`,
    );
  }
}
