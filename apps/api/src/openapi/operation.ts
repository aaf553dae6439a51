import { type ErrorCode, type Scope, TOKEN_SCOPES } from '@bantubayar/shared';
import { HEADERS_METADATA, INTERCEPTORS_METADATA } from '@nestjs/common/constants';
import { PasswordTurnInterceptor } from '../common/password-turn';
import { PUBLIC, REQUIRED_SCOPE } from '../common/principal';
import { IdempotencyInterceptor } from '../common/idempotency.interceptor';
import { parameterType } from '../common/route-types';
import { type AnswerWords, wordsOf } from './decorators';
import { errorResponses, OTHER_ERROR, statusOf } from './errors';
import { type HeaderName, headerRefs, RATE_LIMIT } from './headers';
import { parameterRef, pathParameters, queryParameters } from './parameters';
import type { Route } from './routes';
import { refTo, type Schema } from './schema';
import { tagOf } from './tags';

const SETS_COOKIE = /^\/auth\/(login|logout|password)$/;
const NDJSON = 'application/x-ndjson';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One operation of the document, from what stands above its route and what the route takes. */
export function operationOf(route: Route, schemas: Record<string, Schema>) {
  const { operation, answer, errors } = wordsOf(route.handler);
  if (!operation || !answer) throw new Error(`${route.method} ${route.path} has no @Operation or @Answers`);
  const traits = traitsOf(route, answer);
  const refusals = [...commonErrors(traits), ...errors.map((code) => [code, statusOf(code)] as const)];
  const body = parameterType(route.controller, route.name, 'BODY');
  const query = parameterType(route.controller, route.name, 'QUERY');
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: [operation.description, traits.scope && `Needs the right \`${traits.scope}\`.`]
      .filter(Boolean)
      .join(' '),
    tags: [tagOf(route.path)],
    security: securityOf(traits),
    parameters: [
      ...pathParameters(route.path),
      ...(query ? queryParameters(schemas[query.name]!) : []),
      ...(traits.isIdempotent ? [parameterRef('IdempotencyKey')] : []),
      ...(traits.hasETag ? [parameterRef('IfNoneMatch')] : []),
      ...(traits.isExport ? [parameterRef('AcceptLanguage')] : []),
    ],
    ...(body && { requestBody: bodyOf(body.name, schemas) }),
    responses: {
      ...answersOf(route, answer, traits),
      ...errorResponses(refusals, traits.isIdempotent),
      default: OTHER_ERROR,
    },
  };
}

type Traits = ReturnType<typeof traitsOf>;

function traitsOf({ controller, handler, method, path }: Route, { isLines }: AnswerWords) {
  const metadata = (key: string) =>
    (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller)) as unknown;
  const interceptors = (metadata(INTERCEPTORS_METADATA) ?? []) as unknown[];
  const isRead = method === 'get';
  const isExport = path.endsWith('.{format}');
  const isFile = isExport || isLines === true;
  return {
    isPublic: metadata(PUBLIC) === true,
    scope: metadata(REQUIRED_SCOPE) as Scope | undefined,
    isHealth: tagOf(path) === 'health',
    isIdempotent: interceptors.includes(IdempotencyInterceptor),
    takesPassword: interceptors.includes(PasswordTurnInterceptor),
    isWrite: !isRead,
    isExport,
    isFile,
    hasETag: isRead && !isFile,
  };
}

/** What a route refuses for what it is. */
function commonErrors(traits: Traits): (readonly [ErrorCode, number])[] {
  const { isPublic, scope, isHealth, isIdempotent, takesPassword, isWrite } = traits;
  const all: [boolean, ErrorCode, number][] = [
    [true, 'validation_failed', 400],
    [!isPublic, 'unauthenticated', 401],
    [scope !== undefined, 'forbidden', 403],
    [isWrite, 'cross_site_request', 403],
    [isIdempotent, 'idempotency_key_reused', 409],
    [isWrite, 'payload_too_large', 413],
    [isWrite, 'unsupported_media_type', 415],
    [isWrite, 'validation_failed', 422],
    [isIdempotent, 'idempotency_key_reused', 422],
    [takesPassword, 'too_many_attempts', 429],
    [true, 'internal_error', 500],
    [!isHealth, 'service_unavailable', 503],
  ];
  return all.filter(([applies]) => applies).map(([, code, status]) => [code, status]);
}

/** A token can only have some rights; the others need a person. */
function securityOf({ isPublic, scope }: Traits) {
  if (isPublic) return [];
  const isForTokens = scope === undefined || (TOKEN_SCOPES as readonly string[]).includes(scope);
  const needed = scope ? [scope] : [];
  return [...(isForTokens ? [{ token: needed }] : []), { session: needed }];
}

function bodyOf(name: string, schemas: Record<string, Schema>) {
  const required = (schemas[name]?.required?.length ?? 0) > 0;
  return { required, content: { 'application/json': { schema: refTo(name) } } };
}

function answersOf(route: Route, words: AnswerWords, traits: Traits) {
  const { description, orElse } = words;
  const names: HeaderName[] = ['X-Request-Id'];
  if (traits.hasETag) names.push('ETag');
  if (traits.isIdempotent) names.push('Idempotent-Replayed');
  if (traits.isFile) names.push('Content-Disposition');
  if (traits.takesPassword) names.push(...RATE_LIMIT);
  if (SETS_COOKIE.test(route.path)) names.push('Set-Cookie');
  const content = contentOf(route, words, traits);
  const answer = {
    description: `${description}.`,
    headers: headerRefs(...names),
    ...(content && { content }),
  };
  return {
    [route.status]: answer,
    ...(orElse && { [orElse]: { ...answer, description: 'The same, where something does not work.' } }),
    ...(traits.hasETag && {
      304: {
        description: 'Nothing has changed since the answer that If-None-Match names.',
        headers: headerRefs('X-Request-Id', 'ETag'),
      },
    }),
  };
}

function contentOf({ handler }: Route, { body, isLines }: AnswerWords, { isExport }: Traits) {
  if (isExport) {
    const table = { type: 'string', description: 'A header line, then a line a row, in UTF-8 with a mark.' };
    const example = '\ufeffidperson;nama\n255001;Ahmad Fauzi\n';
    return {
      'text/csv': { schema: table, example },
      [XLSX]: { schema: { type: 'string', format: 'binary', description: 'A workbook with one sheet.' } },
    };
  }
  const headers = (Reflect.getMetadata(HEADERS_METADATA, handler) ?? []) as { name: string; value: string }[];
  const type = headers.find(({ name }) => name === 'Content-Type')?.value.split(';')[0];
  if (!body) return type && { [type]: { schema: { type: 'string', description: 'Lines of text.' } } };
  const name = Array.isArray(body) ? body[0].name.replace(/Dto$/, 'PageDto') : body.name;
  if (isLines) return { [NDJSON]: { schema: { description: 'One of them a line.', ...refTo(name) } } };
  return { 'application/json': { schema: refTo(name) } };
}
