import type { INestApplicationContext } from '@nestjs/common';
import { SESSION_COOKIE } from '../common/principal';
import { bodySchemas } from './bodies';
import { ERROR_PARTS, errorSchemas } from './errors';
import { HEADERS } from './headers';
import { operationOf } from './operation';
import { PARAMETERS, parameterRef } from './parameters';
import { routesOf } from './routes';
import { closure, namesIn, refTo, type Schema } from './schema';
import { tags } from './tags';
import { typeSchemas } from './type-schemas';

const INFO = {
  title: 'Bantubayar',
  version: '1',
  summary: 'Payment synchronisation for schools.',
  description: `Fetches every student’s bills and payments from the school’s payment service and keeps them fresh.

Every list is \`{"items", "nextCursor"}\`: the next page is asked for with \`cursor\`. Every error is of one shape, \`ApiErrorDto\`: \`code\` is for programs, \`message\` is an Indonesian sentence for people. Times are ISO 8601 in UTC, money is whole rupiah, ids are strings. In a request’s body null says what leaving out says, and unknown fields are refused. An address answers a method that it does not take with 405 and Allow.

The addresses are those of the page too: who accepts \`text/html\` gets the page.`,
  license: { name: 'MIT', identifier: 'MIT' },
};

/** The OpenAPI document of the API: routes as Nest knows them, schemas from the types of libs/shared. */
export function openApiDocument(app: INestApplicationContext) {
  const types = typeSchemas();
  const schemas: Record<string, Schema> = { ...types, ...errorSchemas(types['ErrorDetails']!) };
  const routes = routesOf(app);
  const operations = routes.map((route) => ({ route, operation: operationOf(route, types) }));

  const told = operations.map(({ operation: { requestBody: _, ...rest } }) => rest);
  const responses = usedIn(told, ERROR_PARTS.responses, 'responses');
  const examples = usedIn([told, responses], ERROR_PARTS.examples, 'examples');
  const answers = namesIn([told, responses]);
  for (const name of answers) schemas[name] ??= pageOf(name, schemas);
  const answered = closure([...answers, ...namesIn(PARAMETERS)], schemas);
  const sent = namesIn(operations.map(({ operation }) => operation.requestBody ?? null));
  const bodies = bodySchemas(sent, answered, schemas);
  const used = [
    ...answered,
    ...closure(
      namesIn(bodies).filter((name) => !(name in bodies)),
      schemas,
    ),
  ];

  return {
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: '/', description: 'Where this document comes from' }],
    tags,
    paths: pathsOf(operations),
    components: {
      schemas: sorted({ ...Object.fromEntries(used.map((name) => [name, schemas[name]!])), ...bodies }),
      parameters: PARAMETERS,
      headers: HEADERS,
      responses,
      examples,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of an integrator, made by createToken.',
        },
        session: {
          ...{ type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
          description: 'A person’s session, made by login.',
        },
      },
    },
  };
}

/** Those of the parts that are referred to. */
function usedIn<T>(told: unknown, parts: Record<string, T>, kind: string): Record<string, T> {
  const text = JSON.stringify(told);
  return Object.fromEntries(
    Object.entries(parts).filter(([name]) => text.includes(`"#/components/${kind}/${name}"`)),
  );
}

/** The page of some rows, after the pattern of another. */
function pageOf(name: string, { SyncRunPageDto: pattern, ...schemas }: Record<string, Schema>): Schema {
  const rows = name.replace(/PageDto$/, 'Dto');
  if (!(rows in schemas)) throw new Error(`no type ${name} in libs/shared`);
  const { items, ...rest } = pattern!.properties!;
  return { ...pattern, properties: { items: { ...items, items: refTo(rows) }, ...rest } };
}

function pathsOf(operations: { route: { path: string; method: string }; operation: object }[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { route, operation } of operations)
    (paths[route.path] ??= { parameters: [parameterRef('RequestId')] })[route.method] = operation;
  return sorted(paths);
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
