import type { KredensialName } from '@bantubayar/shared';
import { InvalidInputError } from '../common/domain-error';
import { headerProblem } from '../config/values';

const ALLOWED: Record<KredensialName, string> = {
  token: 'karakter ASCII yang terlihat, tanpa spasi',
  cookie: 'nama=nilai; nama=nilai dengan karakter ASCII',
};

/** A credential that no header can carry; what is wrong is told without repeating it. */
class KredensialError extends InvalidInputError {
  constructor(name: KredensialName, { given, allowed }: { given: string; allowed: string }) {
    super(`Isian tidak sesuai: ${name} berisi ${wordsOf(given)}; yang diizinkan ${ALLOWED[name]}`, {
      [name]: [`got ${given}, allowed is ${allowed}`],
    });
  }
}

const wordsOf = (given: string) =>
  given.replace(/ as character (\d+) of (\d+)/, ' pada karakter ke-$1 dari $2');

/** The credential as it is kept and sent. */
export function checkedKredensial(name: KredensialName, given: string): string {
  const value = given.trim();
  const problem = headerProblem(name, value);
  if (problem) throw new KredensialError(name, problem);
  return value;
}
