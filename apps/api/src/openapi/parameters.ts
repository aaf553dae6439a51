import { refTo, type Schema } from './schema';

const idOf = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: refTo('Id'),
});

/** The parameters that stand in more than one operation. */
export const PARAMETERS = {
  RunId: idOf('id', 'The run’s id.'),
  UserId: idOf('id', 'The person’s id.'),
  TokenId: idOf('id', 'The token’s id.'),
  Idperson: idOf('idperson', 'The student’s id at the payment service.'),
  Format: {
    name: 'format',
    in: 'path',
    required: true,
    description: 'CSV, or Excel.',
    schema: { type: 'string', enum: ['csv', 'xlsx'], examples: ['csv'] },
  },
  RequestId: {
    name: 'X-Request-Id',
    in: 'header',
    description:
      'The caller’s own name for the request, which the log then has too; another one is replaced.',
    schema: { type: 'string', examples: ['erp-2026.11_7'] },
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag of the answer that is known already: 304 where nothing has changed since.',
    schema: { type: 'string', examples: ['W/"1f4-9fXv2tB0m1r8uWl3"'] },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'The request is done once: for 24 hours the same key repeats the first answer. 1 to 191 visible ASCII characters.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,191}$', examples: ['mulai-2026-11-22'] },
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: '`id` separates the columns of CSV by semicolons, else they are separated by commas.',
    schema: { type: 'string', examples: ['id'] },
  },
};

export const parameterRef = (name: keyof typeof PARAMETERS) => ({ $ref: `#/components/parameters/${name}` });

/** The parameters in a path. */
export function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    if (name === 'idperson') return parameterRef('Idperson');
    if (name === 'format') return parameterRef('Format');
    return parameterRef(path.includes('/users') ? 'UserId' : path.includes('/tokens') ? 'TokenId' : 'RunId');
  });
}

/** A query's DTO as parameters. */
export function queryParameters({ properties = {}, required = [] }: Schema) {
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: required.includes(name), description, schema },
  }));
}
