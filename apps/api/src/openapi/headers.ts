const text = (example: string) => ({ schema: { type: 'string', examples: [example] } });

/** The headers of answers. */
export const HEADERS = {
  'X-Request-Id': {
    description:
      'The request’s name in the log: the caller’s X-Request-Id where it sent a fit one, else a new one.',
    required: true,
    ...text('0b9f6d7e-6c1a-4f0e-9a54-3d1f0e5b7c21'),
  },
  ETag: {
    description: 'Names this state of the answer; in If-None-Match it asks whether there is a newer one.',
    required: true,
    ...text('W/"1f4-9fXv2tB0m1r8uWl3"'),
  },
  'Retry-After': {
    description: 'Seconds after which another try makes sense.',
    required: true,
    schema: { type: 'integer', minimum: 1, examples: [42] },
  },
  'RateLimit-Limit': {
    description: 'How many attempts there are in a window; of several limits the one of which least is left.',
    schema: { type: 'integer', minimum: 1, examples: [5] },
  },
  'RateLimit-Remaining': {
    description: 'How many of them are left.',
    schema: { type: 'integer', minimum: 0, examples: [4] },
  },
  'RateLimit-Reset': {
    description: 'Seconds until all of them are there again.',
    schema: { type: 'integer', minimum: 0, examples: [60] },
  },
  'Idempotent-Replayed': {
    description: '`true` on an answer that is only the first one again, for the same Idempotency-Key.',
    schema: { type: 'string', const: 'true', examples: ['true'] },
  },
  Allow: {
    description: 'On 405: the methods that the address takes.',
    ...text('GET, HEAD'),
  },
  'Set-Cookie': {
    description: 'The session, for browsers; it is renewed or ended by it.',
    ...text('bantubayar_session=…; Path=/; HttpOnly; SameSite=Lax'),
  },
  'Content-Disposition': {
    description: 'The name under which to save the file.',
    required: true,
    ...text('attachment; filename="siswa-2026-11-25.csv"'),
  },
};

export type HeaderName = keyof typeof HEADERS;

/** Stand on every answer of a limited operation that got as far as being counted. */
export const RATE_LIMIT: HeaderName[] = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** References to these headers, as an answer has them. */
export const headerRefs = (...names: HeaderName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
