import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Readable } from 'node:stream';
import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import { connectionWords } from '../common/connection-words';
import { unseal } from '../common/secret-box';
import { env } from '../config/env';
import type { Attempt } from './attempt';
import { type Carrier, Carriers } from './carrier';
import type { Claimed } from './delivery.repository';
import type { Target } from './endpoint.repository';
import { signedHeaders } from './signature';
import { assertTarget, ForbiddenTargetError, guardedLookup } from './target';

const TIMEOUT_MS = 10_000;
const ANSWER_BYTES = 2_000;
const GONE = 410;

export const SECRET_NAME = 'webhook.secret';
const USER_AGENT = 'Bantubayar-Webhook/1';

/** Calls an endpoint, by the Standard Webhooks specification. */
@Injectable()
export class HttpCarrier implements Carrier {
  readonly patienceMs = TIMEOUT_MS;

  // A connection of its own for each call: the name is looked up, and what it means is judged, each time.
  private readonly agents = {
    httpAgent: new HttpAgent({ keepAlive: false, lookup: guardedLookup }),
    httpsAgent: new HttpsAgent({ keepAlive: false, lookup: guardedLookup }),
  };

  constructor(
    private readonly http: HttpService,
    carriers: Carriers,
  ) {
    carriers.add('webhook', this);
  }

  async attempt(target: Target, delivery: Claimed, stop?: AbortSignal): Promise<Attempt> {
    const startedAt = performance.now();
    const durationMs = () => Math.round(performance.now() - startedAt);
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const signal = stop ? AbortSignal.any([timeout, stop]) : timeout;
    try {
      const { httpStatus, answer } = await this.post(target, delivery, signal);
      const message = httpStatus >= 200 && httpStatus <= 299 ? null : refusal(httpStatus);
      const isHopeless = httpStatus === GONE ? 'all' : undefined;
      return { httpStatus, durationMs: durationMs(), message, answer, isHopeless };
    } catch (error) {
      const message = timeout.aborted ? `Tidak menjawab dalam ${TIMEOUT_MS / 1000} detik` : wordsOf(error);
      return { httpStatus: null, durationMs: durationMs(), message, answer: null };
    }
  }

  private async post({ url, secrets }: Target, { messageId, body }: Claimed, signal: AbortSignal) {
    assertTarget(url);
    const response = await this.http.axiosRef.post<Readable>(url, Buffer.from(body), {
      ...this.agents,
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': USER_AGENT,
        ...signedHeaders(messageId, body, secrets.map(opened)),
      },
      ...{ signal, maxRedirects: 0, proxy: false, decompress: false },
      ...{ responseType: 'stream', validateStatus: () => true },
    });
    return { httpStatus: response.status, answer: await beginOf(response.data) };
  }
}

function opened(box: Buffer): string {
  const secret = env.SECRETS_KEY ? unseal(env.SECRETS_KEY, SECRET_NAME, box) : null;
  if (secret === null) throw new ForbiddenTargetError(SECRET_LOST);
  return secret;
}

const SECRET_LOST =
  'Rahasia webhook tidak terbaca: SECRETS_KEY berbeda dari yang menyimpannya. Pasang lagi yang lama, atau ganti rahasianya';

/** The rest is not waited for. */
async function beginOf(body: Readable): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of body as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length >= ANSWER_BYTES) break;
    }
  } catch {
    // The status is the answer; what was to follow it is only told to people.
  } finally {
    body.destroy();
  }
  return Buffer.concat(parts).subarray(0, ANSWER_BYTES).toString('utf8');
}

function refusal(status: number): string {
  if (status === GONE) return 'Penerima tidak menginginkannya lagi (HTTP 410)';
  if (status >= 300 && status <= 399) return `Dialihkan (HTTP ${status}); pengalihan tidak diikuti`;
  return `Ditolak penerima (HTTP ${status})`;
}

/** axios wraps what it ran into. */
function wordsOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: unknown };
  for (const each of [error, cause]) if (each instanceof ForbiddenTargetError) return each.message;
  return connectionWords(error) ?? `Tidak terkirim: ${message}`;
}
