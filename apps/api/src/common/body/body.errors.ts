import { DomainError, InvalidInputError } from '../domain-error';
import { JSON_DEPTH_MAX, type JsonLimits } from './json-limits';

export class BodyTooLargeError extends DomainError<'payload_too_large'> {
  constructor({ bytes, values }: JsonLimits) {
    super(
      413,
      'payload_too_large',
      `Isi permintaan terlalu besar: paling banyak ${bytes / 1024} kB dan ${values} nilai`,
      { maxBytes: bytes, maxValues: values },
    );
  }
}

export class NotJsonTypeError extends DomainError<'unsupported_media_type'> {
  constructor(given: string | undefined) {
    super(415, 'unsupported_media_type', 'Isi permintaan harus JSON, dengan Content-Type: application/json', {
      given: given?.slice(0, 100) ?? null,
      allowed: ['application/json'],
    });
  }
}

export class UnknownEncodingError extends DomainError<'unsupported_media_type'> {
  constructor(given: string | undefined) {
    super(415, 'unsupported_media_type', 'Isi permintaan dimampatkan dengan cara yang tidak dikenal', {
      given: given?.slice(0, 100) ?? null,
      allowed: ['identity', 'gzip', 'deflate', 'br'],
    });
  }
}

/** The body is not what can be read as JSON at all. */
class BadJsonError extends InvalidInputError {
  constructor(message: string, problem: string) {
    super(message, { body: [problem] });
  }
}

export const notJson = () => new BadJsonError('Isi permintaan bukan JSON yang benar', 'must be valid JSON');
export const notUnpacked = () =>
  new BadJsonError(
    'Isi permintaan tidak dapat dibuka dengan cara yang disebut Content-Encoding',
    'must be packed as Content-Encoding says',
  );
export const notUtf8 = () => new BadJsonError('Isi permintaan harus dalam UTF-8', 'must be valid UTF-8');
export const tooDeep = () =>
  new BadJsonError(
    `Isi permintaan bersarang terlalu dalam: paling banyak ${JSON_DEPTH_MAX} tingkat`,
    `must not be nested deeper than ${JSON_DEPTH_MAX}`,
  );
export const repeatedKey = (key: string) =>
  new BadJsonError(
    'Isi permintaan menyebut satu isian dua kali',
    `has the key "${key.slice(0, 50)}" more than once`,
  );
export const brokenText = () =>
  new BadJsonError(
    'Isi permintaan memuat karakter yang tidak dapat disimpan',
    'strings must not have NUL or half of a surrogate pair',
  );

/** JSON, but of a shape that this operation has no use for: it must not pass for an empty one. */
class WrongBodyError extends InvalidInputError {
  constructor(message: string, problem: string) {
    super(message, { body: [problem] }, 422);
  }
}

export const notAnObject = () =>
  new WrongBodyError('Isi permintaan harus berupa objek JSON', 'must be a JSON object');
export const nothingTaken = () =>
  new WrongBodyError('Operasi ini tidak menerima isi permintaan', 'must be left out, or be {}');
