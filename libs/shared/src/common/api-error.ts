import type { ErrorDetails } from './error-details';

/** Every code that an error answer can carry. */
export type ErrorCode = keyof ErrorDetails;

/** The one shape of every error answer; its `code` tells what `details` hold. */
export type ApiErrorDto<C extends ErrorCode = ErrorCode> = {
  [Code in C]: {
    statusCode: number;
    code: Code;
    /** An Indonesian sentence for people; `code` is for programs. */
    message: string;
    details: ErrorDetails[Code];
    /** The answer's X-Request-Id, by which the log tells of it. */
    requestId: string;
  };
}[C];
