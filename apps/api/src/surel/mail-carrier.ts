import { Injectable } from '@nestjs/common';
import { env } from '../config/env';
import type { SmtpAddress } from '../config/mail-address';
import type { Attempt } from '../webhook/attempt';
import { type Carrier, Carriers } from '../webhook/carrier';
import type { Claimed } from '../webhook/delivery.repository';
import type { Target } from '../webhook/endpoint.repository';
import { htmlOf, letterOf } from './letter';
import { openPost } from './post';
import { isRefusedForGood, type PostError, postWords } from './post-words';

/** Mail servers take their time: they look for spam before they answer. */
const TIMEOUT_MS = 30_000;
const TAKEN = 250;

/** Gives letters to the mail server, one a connection. */
@Injectable()
export class MailCarrier implements Carrier {
  readonly patienceMs: number = TIMEOUT_MS;

  constructor(carriers: Carriers) {
    carriers.add('surel', this);
  }

  async attempt({ url: address }: Target, delivery: Claimed, stop?: AbortSignal): Promise<Attempt> {
    const startedAt = performance.now();
    const durationMs = () => Math.round(performance.now() - startedAt);
    const smtp = env.SMTP_URL;
    if (!smtp) return { httpStatus: null, durationMs: 0, message: 'SMTP_URL belum diatur', answer: null };
    try {
      const answer = await this.give(smtp, address, delivery, stop);
      return { httpStatus: TAKEN, durationMs: durationMs(), message: null, answer };
    } catch (error) {
      const { response, responseCode } = error as PostError;
      return {
        ...{ httpStatus: responseCode ?? null, durationMs: durationMs(), answer: response ?? null },
        message: postWords(error as PostError, `${smtp.host}:${smtp.port}`),
        isHopeless: isRefusedForGood(error as PostError) ? 'this' : undefined,
      };
    }
  }

  /** Answers what the server says; whoever is cut off, or drips for ever, has not been given it. */
  private async give(
    smtp: SmtpAddress,
    address: string,
    { messageId, body }: Claimed,
    stop?: AbortSignal,
  ): Promise<string> {
    const post = openPost(smtp, this.patienceMs);
    const letter = letterOf(body);
    const from = env.MAIL_FROM!;
    const timeout = AbortSignal.timeout(this.patienceMs);
    const signal = stop ? AbortSignal.any([timeout, stop]) : timeout;
    const cutOff = new Promise<never>((_, reject) => {
      const late = Object.assign(new Error('cut off'), { code: 'ETIMEDOUT' });
      signal.addEventListener('abort', () => reject(late), { once: true });
    });
    try {
      const sent = post.sendMail({
        ...{ from, to: { name: '', address }, subject: letter.subject, text: letter.text },
        html: htmlOf(letter),
        messageId: `<${messageId}@${from.address.split('@').at(-1)}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal,
      });
      return (await Promise.race([sent, cutOff])).response;
    } finally {
      post.close();
    }
  }
}
