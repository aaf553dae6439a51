/** A password that stands apart from its address, in a variable or a file, since there it may hold any character. */
import { readFileSync } from 'node:fs';
import { reject, type Source } from './values';

const USER_IN_URL = /^([\w+]+:\/\/)(?:([^/?#]*)@)?(.*)$/s;

/** The address `given` with the password of `<prefix>_PASSWORD` or of the file that `<prefix>_PASSWORD_FILE` names. */
export function withApartPassword(source: Source, prefix: string, given: string): string {
  const password = passwordOf(source, `${prefix}_PASSWORD`);
  if (password === undefined) return given;
  const [, scheme, user = '', rest] = USER_IN_URL.exec(given) ?? [];
  if (scheme === undefined) return given;
  const [name = '', ...inUrl] = user.split(':');
  const written = encodeURIComponent(password);
  if (inUrl.length > 0 && decoded(inUrl.join(':')) !== password)
    reject(`${prefix}_PASSWORD`, '…', `one password only: ${prefix}_URL has another one`);
  return `${scheme}${name}:${written}@${rest}`;
}

/** To the letter, spaces and all; a file's last line break is its editor's. */
function passwordOf(source: Source, name: string): string | undefined {
  const file = source[`${name}_FILE`]?.trim();
  if (!file) return source[name] || undefined;
  if (source[name]) reject(`${name}_FILE`, file, `it or ${name}, not both`);
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '') || undefined;
  } catch (error) {
    return reject(`${name}_FILE`, file, `a file that can be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
