import type { ErrorCode } from '@bantubayar/shared';
import { ERROR_CURES } from './error-cures';
import { ERROR_EXAMPLES } from './error-examples';
import { type HeaderName, headerRefs, RATE_LIMIT } from './headers';
import { refTo, type Schema } from './schema';

const ALL = Object.keys(ERROR_EXAMPLES) as ErrorCode[];
/** The refusals that an Idempotency-Key repeats. */
const REPLAYED = [404, 422];
const RETRY_LATER: ErrorCode[] = ['too_many_attempts', 'service_unavailable'];

const REASONS: Record<number, string> = {
  400: 'The request is not what it must be',
  401: 'Nobody is signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible as things stand',
  410: 'Not there any more',
  413: 'The body is too large',
  415: 'The body is not JSON',
  422: 'The body is JSON, but nothing can be done with it',
  429: 'Too many attempts',
  500: 'A fault of ours',
  502: 'The payment service’s roster cannot be used',
  503: 'Not ready; Retry-After says when to try again',
};

/** `sync_not_running` → `SyncNotRunningError` */
const nameOf = (code: ErrorCode) =>
  `${code.replace(/_error$/, '').replace(/(^|_)(\w)/g, (_, __, first: string) => first.toUpperCase())}Error`;

/** A schema for each code, made from ErrorDetails, and one that is any of them. */
export function errorSchemas({ properties = {} }: Schema): Record<string, Schema> {
  const each = ALL.map((code) => [nameOf(code), errorSchema(code, properties[code]!)] as const);
  return { ...Object.fromEntries(each), ApiErrorDto: oneOf(ALL) };
}

function errorSchema(code: ErrorCode, { description, ...details }: Schema): Schema {
  const { statuses } = ERROR_EXAMPLES[code];
  return {
    type: 'object',
    description,
    'x-cure': ERROR_CURES[code],
    required: ['statusCode', 'code', 'message', 'details', 'requestId'],
    properties: {
      statusCode: { type: 'integer', description: 'The status of the answer.', examples: [statuses[0]] },
      code: { type: 'string', const: code, description: 'What went wrong, for programs.' },
      message: {
        type: 'string',
        description: 'What went wrong, for people, in Indonesian.',
        examples: [ERROR_EXAMPLES[code].message],
      },
      details: { ...details, description: 'More about it.', examples: [ERROR_EXAMPLES[code].details] },
      requestId: {
        type: 'string',
        description: 'The answer’s X-Request-Id, by which the log tells of it.',
        examples: [REQUEST_ID],
      },
    },
  };
}

const REQUEST_ID = '0b9f6d7e-6c1a-4f0e-9a54-3d1f0e5b7c21';

function oneOf(codes: ErrorCode[]): Schema {
  if (codes.length === 1) return refTo(nameOf(codes[0]!));
  const mapping = Object.fromEntries(codes.map((code) => [code, refTo(nameOf(code)).$ref]));
  return {
    description: 'An error; its `code` tells which, and what its `details` hold.',
    oneOf: codes.map((code) => refTo(nameOf(code))),
    discriminator: { propertyName: 'code', mapping },
  };
}

/** The answers of an operation that can refuse so: by status one of the codes. */
export function errorResponses(
  refusals: (readonly [ErrorCode, number])[],
  isIdempotent: boolean,
): Record<string, object> {
  const statuses = [...new Set(refusals.map(([, status]) => status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const codes = [...new Set(refusals.filter((each) => each[1] === status).map(([code]) => code))];
      const isReplayed = isIdempotent && REPLAYED.includes(status);
      const isShared = codes.length === 1 && !isReplayed;
      return [status, isShared ? sharedRef(codes[0]!, status) : errorResponse(codes, status, isReplayed)];
    }),
  );
}

const sharedName = (code: ErrorCode, status: number) => `${nameOf(code)}${status}`;
const sharedRef = (code: ErrorCode, status: number) => ({
  $ref: `#/components/responses/${sharedName(code, status)}`,
});
const exampleRef = (code: ErrorCode, status: number) => ({
  $ref: `#/components/examples/${sharedName(code, status)}`,
});

function errorResponse(codes: ErrorCode[], status: number, isReplayed = false) {
  const names: HeaderName[] = ['X-Request-Id'];
  if (codes.some((code) => RETRY_LATER.includes(code))) names.push('Retry-After');
  if (codes.includes('too_many_attempts')) names.push(...RATE_LIMIT);
  if (isReplayed) names.push('Idempotent-Replayed');
  const examples = Object.fromEntries(codes.map((code) => [code, exampleRef(code, status)]));
  return {
    description: `${REASONS[status]}: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
    headers: headerRefs(...names),
    content: { 'application/json': { schema: oneOf(codes), examples } },
  };
}

const EACH = ALL.flatMap((code) => ERROR_EXAMPLES[code].statuses.map((status) => [code, status] as const));

/** The errors that stand in many operations, and an example of each. */
export const ERROR_PARTS = {
  responses: {
    ...Object.fromEntries(
      EACH.map(([code, status]) => [sharedName(code, status), errorResponse([code], status)]),
    ),
    OtherError: {
      description:
        'Any other error, of the same shape: 405 `method_not_allowed`, with Allow, where the address does not take the method.',
      headers: headerRefs('X-Request-Id', 'Allow'),
      content: {
        'application/json': {
          schema: refTo('ApiErrorDto'),
          examples: { method_not_allowed: exampleRef('method_not_allowed', 405) },
        },
      },
    },
  },
  examples: Object.fromEntries(
    EACH.map(([code, status]) => {
      const { message, details } = ERROR_EXAMPLES[code];
      const value = { statusCode: status, code, message, details, requestId: REQUEST_ID };
      return [sharedName(code, status), { summary: message, value }];
    }),
  ),
};

/** What any operation can answer beside what it lists. */
export const OTHER_ERROR = { $ref: '#/components/responses/OtherError' };

/** The status under which a code comes, where it is only one. */
export const statusOf = (code: ErrorCode): number => ERROR_EXAMPLES[code].statuses[0]!;
