import type { ErrorCode, ErrorDetails, NoDetails } from '@bantubayar/shared';

/** Details may be left out where nothing must be told. */
type DetailsOf<Code extends ErrorCode> = NoDetails extends ErrorDetails[Code]
  ? [details?: ErrorDetails[Code]]
  : [details: ErrorDetails[Code]];

/** An error that the caller caused or must know of: becomes the API's one error shape. */
export class DomainError<Code extends ErrorCode> extends Error {
  readonly details: ErrorDetails[Code];

  constructor(
    readonly statusCode: number,
    readonly code: Code,
    message: string,
    ...[details = {} as ErrorDetails[Code]]: DetailsOf<Code>
  ) {
    super(message);
    this.name = new.target.name;
    this.details = details;
  }
}

/** What was sent cannot be taken: which of its fields, and why not. */
export class InvalidInputError extends DomainError<'validation_failed'> {
  constructor(message: string, fields: Record<string, string[]>, statusCode = 400) {
    super(statusCode, 'validation_failed', message, { fields });
  }
}

export class NotFoundError extends DomainError<'not_found'> {
  constructor(message: string, details?: ErrorDetails['not_found']) {
    super(404, 'not_found', message, details);
  }
}
