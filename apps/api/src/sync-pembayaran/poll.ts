import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Encoding } from '../common/compress';
import type { PreparedAnswer } from '../common/prepared-answer';
import { SESSION_COOKIE } from '../common/principal';
import { REQUEST_ID, requestIdOf } from '../common/request-id';
import { SECURITY_HEADERS } from '../common/security-headers';

const ADDRESS = /^\/admin\/sync-pembayaran\/progress(?:\?after=(\d{1,15}))?$/;
const SESSION = new RegExp(`(?:^|; )${SESSION_COOKIE}=([\\w-]{43})(?:;|$)`);
/** Whoever says more, or weighs encodings, is understood by Express. */
const ONE_TAG = /^(?:W\/)?"[^",]*"$/;
const UNWEIGHED = /^[\w, -]*$/;

const COMMON_HEADERS = [
  ...SECURITY_HEADERS.flat(),
  ...['Vary', 'Accept, Accept-Encoding', 'Cache-Control', 'private, no-cache'],
];

/** A page's question how the run stands, of the plain kind that all pages ask. */
export class Poll {
  private constructor(
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    private readonly encoding: Encoding | null,
    readonly session: string,
    readonly after: number | undefined,
    /** Lets Express answer it. */
    readonly leave: () => void,
  ) {}

  /** null where it is anything else, or unusual in any way. */
  static of(request: IncomingMessage, response: ServerResponse, leave: () => void): Poll | null {
    const { method, url, headers } = request;
    const address = method === 'GET' && url ? ADDRESS.exec(url) : null;
    if (!address || headers.authorization !== undefined || headers.accept?.includes('text/html')) return null;
    if (!ONE_TAG.test(headers['if-none-match'] ?? '""')) return null;
    const session = SESSION.exec(headers.cookie ?? '')?.[1];
    const encoding = encodingFor(String(headers['accept-encoding'] ?? ''));
    if (session === undefined || encoding === undefined) return null;
    const after = address[1] === undefined ? undefined : Number(address[1]);
    return new Poll(request, response, encoding, session, after, leave);
  }

  async send(answer: PreparedAnswer): Promise<void> {
    const headers = [...COMMON_HEADERS, REQUEST_ID, requestIdOf(this.request), 'ETag', answer.etag];
    if (this.isKnown(answer)) {
      this.response.writeHead(304, headers).end();
      return;
    }
    const encoding = answer.isWorthCompressing ? this.encoding : null;
    const body = encoding ? await answer.in(encoding) : answer.body;
    headers.push('Content-Type', 'application/json; charset=utf-8', 'Content-Length', String(body.length));
    if (encoding) headers.push('Content-Encoding', encoding);
    this.response.writeHead(200, headers).end(body);
  }

  private isKnown({ etag }: PreparedAnswer): boolean {
    const known = this.request.headers['if-none-match'];
    return known === etag || `W/${known}` === etag;
  }
}

/** null for none; undefined where it wants what only Express can tell. */
function encodingFor(accepted: string): Encoding | null | undefined {
  if (!UNWEIGHED.test(accepted)) return undefined;
  const names = accepted.split(/, */);
  if (names.includes('br')) return 'br';
  if (names.includes('gzip')) return 'gzip';
  return accepted === '' || accepted === 'identity' ? null : undefined;
}
