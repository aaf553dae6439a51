import { createHash } from 'node:crypto';
import { compressed, type Encoding, WORTH_COMPRESSING_BYTES } from './compress';

const HASH_CHARS = 27;

/** A JSON answer that many get: written, hashed and compressed once, with the ETag that Express would give it. */
export class PreparedAnswer {
  readonly body: Buffer;
  readonly etag: string;
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(value: object) {
    this.body = Buffer.from(JSON.stringify(value));
    const hash = createHash('sha1').update(this.body).digest('base64').slice(0, HASH_CHARS);
    this.etag = `W/"${this.body.length.toString(16)}-${hash}"`;
  }

  get isWorthCompressing(): boolean {
    return this.body.length >= WORTH_COMPRESSING_BYTES;
  }

  in(encoding: Encoding): Promise<Buffer> {
    const known = this.encoded.get(encoding);
    if (known) return known;
    const made = compressed(this.body, encoding);
    this.encoded.set(encoding, made);
    return made;
  }
}
