import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
/** Of the form below, so that another one can be told from it. */
const FORM = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** A secret for the database: form, nonce, tag and cipher text. It opens with the same key under the same name only. */
export function seal(key: Buffer, name: string, secret: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(FORM), nonce, cipher.getAuthTag(), sealed]);
}

/** null where it was sealed with another key or under another name, or is none. */
export function unseal(key: Buffer, name: string, box: Buffer): string | null {
  if (box.length < HEAD_BYTES || box[0] !== FORM) return null;
  const nonce = box.subarray(1, 1 + NONCE_BYTES);
  const cipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(name))
    .setAuthTag(box.subarray(1 + NONCE_BYTES, HEAD_BYTES));
  try {
    return Buffer.concat([cipher.update(box.subarray(HEAD_BYTES)), cipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
