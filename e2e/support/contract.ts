import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

interface Part {
  $ref?: string;
  [key: string]: unknown;
}
interface Response extends Part {
  headers?: Record<string, Part & { required?: boolean }>;
  content?: Record<string, { schema: Part }>;
}
type Operation = { responses: Record<string, Response>; requestBody?: { content: Response['content'] } };
type PathItem = Record<string, Operation>;
interface Document {
  paths: Record<string, PathItem>;
  components: Record<string, Record<string, Part>>;
}

const document = closed(
  JSON.parse(readFileSync(resolve(__dirname, '../../apps/api/openapi.json'), 'utf8')) as Document,
);
const paths = Object.entries(document.paths)
  .map(([path, item]) => ({
    item,
    pattern: new RegExp(`^${path.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[^/]+?')}$`),
    // What is spelled out comes before what is not.
    open: (path.match(/\{/g) ?? []).length,
  }))
  .sort((a, b) => a.open - b.open);
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { 'idn-email': true } });
addFormats(ajv);
ajv.addSchema({ $id: 'document', ...document });
const validators = new Map<string, ValidateFunction>();

interface Exchange {
  method: string;
  sent: unknown;
  answer: globalThis.Response;
  /** Null of an answer whose body is read as it comes. */
  text: string | null;
}

/**
 * Fails where an answer is not what the OpenAPI document says, in its status, its headers, and its JSON down to unknown
 * fields; and where a body was taken that is not as documented.
 */
export function expectAsDocumented({ method, sent, answer, text }: Exchange): void {
  const type = (answer.headers.get('content-type') ?? '').split(';')[0]!;
  const { pathname } = new URL(answer.url);
  if (type === 'text/html' || isNoRoute(pathname)) return;
  const known = paths.filter(({ pattern }) => pattern.test(pathname)).map(({ item }) => item);
  const name = method === 'HEAD' ? 'get' : method.toLowerCase();
  const operation = known.find((item) => name in item)?.[name];
  const response = responseOf(operation, answer.status, known.length > 0);
  const wrong = response
    ? [...missingIn(response, answer.headers), ...(method === 'HEAD' ? [] : wrongIn(response, type, text))]
    : ['no such status'];
  const taken = operation?.requestBody?.content?.['application/json'];
  if (answer.ok && taken && typeof sent === 'string') wrong.push(...invalid(taken.schema, sent));
  if (wrong.length === 0) return;
  const what = `${method} ${pathname} → ${answer.status}`;
  throw new Error(`${what} is not as documented: ${wrong.join('; ')}\n${text?.slice(0, 500) ?? ''}`);
}

/** The page's files, Bull Board, and the document itself. */
const isNoRoute = (path: string) => /^\/(assets|docs|admin\/queues|openapi\.(json|yaml))/.test(path);

function responseOf(operation: Operation | undefined, status: number, isKnown: boolean): Response | null {
  const response = operation?.responses[String(status)];
  if (response) return resolved(response) as Response;
  return (status === 405 && isKnown) || !operation ? otherError() : null;
}

const missingIn = ({ headers = {} }: Response, sent: Headers) =>
  Object.entries(headers)
    .filter(([name, header]) => resolved(header).required && !sent.has(name))
    .map(([name]) => `no ${name}`);

const otherError = () => document.components['responses']!['OtherError'] as Response;

function wrongIn({ content }: Response, type: string, text: string | null): string[] {
  if (!content) return text === '' ? [] : ['a body where none is documented'];
  const media = content[type];
  if (!media) return [`${type} is not documented`];
  if (type !== 'application/json' || text === null) return [];
  return invalid(media.schema, text);
}

function invalid(schema: Part, text: string): string[] {
  const validate = validatorOf(schema);
  if (validate(JSON.parse(text))) return [];
  return validate
    .errors!.slice(0, 5)
    .map(({ instancePath, message, params }) => [instancePath, message, JSON.stringify(params)].join(' '));
}

function validatorOf(schema: Part): ValidateFunction {
  const key = JSON.stringify(schema);
  const known =
    validators.get(key) ?? ajv.compile(JSON.parse(key.replaceAll('"#/', '"document#/')) as object);
  validators.set(key, known);
  return known;
}

/** An object has the properties that are documented and no others. */
function closed<T>(part: T): T {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(closed) as T;
  const members = Object.entries(part).map(([name, value]) => [name, closed(value as unknown)]);
  const isOpen = 'properties' in part && !('additionalProperties' in part) && 'type' in part;
  return { ...Object.fromEntries(members), ...(isOpen && { additionalProperties: false }) } as T;
}

function resolved(part: Part): Part {
  if (!part.$ref) return part;
  const [kind, name] = part.$ref.replace('#/components/', '').split('/');
  return document.components[kind!]![name!]!;
}
