import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { refTo, type Schema } from './schema';

interface Operation {
  operationId: string;
  summary: string;
  responses: object;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** The committed document, which `npm run check` compares with the code. */
const { paths, components } = JSON.parse(
  readFileSync(resolve(__dirname, '../../openapi.json'), 'utf8'),
) as Document;
const { schemas } = components;
const operations = Object.values(paths).flatMap(({ parameters: _, ...methods }) => Object.values(methods));
const fields = Object.entries(schemas).flatMap(([of, { properties = {} }]) =>
  Object.entries(properties).map(([name, field]) => ({ name: `${of}.${name}`, field })),
);

describe('the OpenAPI document', () => {
  it('names each operation in words, once', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids.filter((id) => !/^[a-z]+([A-Z][a-z]+)*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['startSync', 'getProgress', 'listSiswa', 'exportSiswa']));
  });

  it('describes every schema and every field, with an example', () => {
    expect(Object.keys(schemas).filter((name) => !schemas[name]!.description)).toEqual([]);
    expect(fields.filter(({ field }) => !field.description).map(({ name }) => name)).toEqual([]);
    expect(fields.filter(({ field }) => !hasExample(field)).map(({ name }) => name)).toEqual([]);
  });

  it('tells what is always sent from what may be null', () => {
    const { properties, required } = schemas['SyncProgressDto']!;
    expect(required).toEqual(expect.arrayContaining(Object.keys(properties!)));
    expect(properties!['runId']).toMatchObject({ anyOf: [refTo('Id'), { type: 'null' }] });
    expect(properties!['isRunning']).toMatchObject({ type: 'boolean' });
  });

  it('takes null in a body for what may be left out, and no unknown fields', () => {
    expect(schemas['SyncScopeInput']).toMatchObject({
      additionalProperties: false,
      properties: {
        kelas: { type: ['string', 'null'], maxLength: 100 },
        idperson: { type: ['array', 'null'], minItems: 1, maxItems: 10_000, items: refTo('Id') },
        staleHours: { type: ['integer', 'null'], minimum: 0, maximum: 87_600 },
      },
    });
    expect(schemas['SyncScopeDto']!.properties!['kelas']).toMatchObject({ type: 'string' });
    expect(schemas['CreateUserDto']).toMatchObject({
      required: expect.arrayContaining(['email', 'nama', 'role', 'password']),
      properties: { email: { type: 'string', format: 'idn-email' }, password: { minLength: 10 } },
    });
  });

  it('gives a status only to operations that can answer it', () => {
    const statuses = (path: string, method: string) => Object.keys(paths[path]![method]!.responses).join(' ');
    expect(statuses('/auth/me', 'get')).toBe('200 304 400 401 500 503 default');
    expect(statuses('/admin/siswa.{format}', 'get')).toBe('200 400 401 403 404 500 503 default');
    expect(statuses('/admin/sync-pembayaran/start', 'post')).toBe(
      '202 400 401 403 409 413 415 422 500 503 default',
    );
    expect(statuses('/health/live', 'get')).toBe('200 304 400 500 default');
  });

  it('has a type for the details of each error', () => {
    const codes = Object.keys((schemas['ApiErrorDto']!['discriminator'] as { mapping: object }).mapping);
    expect(codes).toHaveLength(schemas['ApiErrorDto']!.oneOf!.length);
    expect(schemas['ForbiddenError']!.properties!['details']).toMatchObject({
      required: ['requiredScope'],
      properties: { requiredScope: refTo('Scope') },
    });
  });
});

function hasExample({ $ref, examples, anyOf, items, ...field }: Schema): boolean {
  if (examples || field.const !== undefined || field.enum || field.properties) return true;
  if (anyOf) return anyOf.some(hasExample);
  if (items) return hasExample(items);
  return $ref !== undefined && hasExample(schemas[$ref.split('/').at(-1)!]!);
}
