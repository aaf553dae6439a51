import { FAILURE_REASON_CODES, FAILURE_REASONS, ROLE_SCOPES, TOKEN_SCOPES } from '@bantubayar/shared';
import type { openApiDocument } from './document';
import { REASON_CURES } from './error-cures';
import { ERROR_EXAMPLES } from './error-examples';

type OpenApi = ReturnType<typeof openApiDocument>;
type Operation = ReturnType<typeof import('./operation').operationOf>;

const MADE = '<!-- Made by apps/api/dist/write-openapi.js; change the code instead. -->';

const asCode = (text: string) => `\`${text}\``;
const listed = (names: readonly string[]) => names.map(asCode).join(', ');
const roles = Object.entries(ROLE_SCOPES).map(([role, scopes]) => [asCode(role), listed(scopes)]);

/** docs/kode-galat.md: every error with status, cause and cure. */
export function errorReference({ components: { schemas } }: OpenApi): string {
  const errors = Object.values(schemas)
    .filter((schema) => schema['x-cure'] !== undefined)
    .map((schema) => {
      const code = schema.properties!['code']!.const as keyof typeof ERROR_EXAMPLES;
      const { statuses, details } = ERROR_EXAMPLES[code];
      const cause = told(code, schema.description);
      return [
        statuses.join(', '),
        asCode(code),
        listed(Object.keys(details)),
        cause,
        schema['x-cure'] as string,
      ];
    })
    .sort(([a], [b]) => Number.parseInt(a!) - Number.parseInt(b!));
  const reasons = FAILURE_REASON_CODES.map((reason) => {
    const { message, action } = FAILURE_REASONS[reason];
    return [asCode(reason), message, action === 'retry' ? 'yes' : 'no', told(reason, REASON_CURES[reason])];
  });
  return `# Error codes

${MADE}

Every error is \`{"statusCode","code","message","details","requestId"}\`. Programs go by \`code\`, people read \`message\`; \`details\` has the
fields named here where there is something to say. Codes may be added, so treat one that you do not know by its status: 4xx is yours to mend,
429 and 5xx are worth another try after Retry-After.

${table(['status', 'code', 'details', 'cause', 'cure'], errors)}

## Reasons

Why a student’s row in a run did not end well (\`reason\` in \`listRunSiswa\`, \`listRunReasons\`, \`syncSiswa\`), and why a roster did not come. The
third column says whether trying again can help by itself (\`retryRun\`), or somebody has to act first.

${table(['reason', 'message', 'again', 'cure'], reasons)}
`;
}

/** docs/rute.md: every route with the right that it needs. */
export function routeReference({ paths, tags }: OpenApi): string {
  const routes = Object.entries(paths).flatMap(([path, { parameters: _, ...methods }]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      operation: operation as Operation,
    })),
  );
  const sections = tags.map(({ name, description }) => {
    const rows = routes
      .filter(({ operation }) => operation.tags.includes(name))
      .map(({ path, method, operation }) => [
        asCode(`${method.toUpperCase()} ${path}`),
        operation.summary,
        asCode(operation.operationId),
        rightOf(operation),
        traitsOf(operation),
      ]);
    return `## ${name}\n\n${description}\n\n${table(['route', 'does', 'operation', 'right', 'knows'], rows)}`;
  });
  return `# Routes and rights

${MADE}

A token has some of the scopes ${listed(TOKEN_SCOPES)}. Where “person” stands behind a right, a token cannot have it: sign in.
The last column tells what a route knows: \`Idempotency-Key\`, \`ETag\` with 304, and RateLimit where it is limited and tells how much is left.

${table(['role', 'rights'], roles)}

${sections.join('\n\n')}
`;
}

function rightOf({ security }: Operation): string {
  if (security.length === 0) return 'anybody';
  const isForTokens = security.some((way) => 'token' in way);
  const [scope] = Object.values(security[0]!).flat() as string[];
  if (scope === undefined) return 'whoever is signed in';
  return isForTokens ? asCode(scope) : `${asCode(scope)}, person`;
}

function traitsOf(operation: Operation): string {
  const text = JSON.stringify(operation);
  const knows = {
    'Idempotency-Key': 'parameters/IdempotencyKey',
    ETag: 'parameters/IfNoneMatch',
    RateLimit: 'headers/RateLimit-',
  };
  return Object.entries(knows)
    .filter(([, part]) => text.includes(part))
    .map(([name]) => name)
    .join(', ');
}

function told(what: string, words: string | undefined): string {
  if (!words) throw new Error(`${what} has no words for the reference`);
  return words;
}

const table = (heads: string[], rows: string[][]) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
