import { IDPERSON_PATTERN, RUN_ID_PATTERN } from '@bantubayar/shared';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from './domain-error';

const BIGINT_UNSIGNED_MAX = 2n ** 64n - 1n;

function refuse(name: string, given: string): never {
  throw new DomainError(
    400,
    'validation_failed',
    `Isian tidak sesuai: ${name} harus berupa angka bulat positif`,
    {
      fields: { [name]: [`must be a positive whole number, got "${given.slice(0, 50)}"`] },
    },
  );
}

/** An idperson in a path: a positive BIGINT UNSIGNED in decimal digits. */
@Injectable()
export class IdpersonPipe implements PipeTransform<string, string> {
  transform(given: string): string {
    const fits = IDPERSON_PATTERN.test(given) && BigInt(given) <= BIGINT_UNSIGNED_MAX;
    return fits ? given : refuse('idperson', given);
  }
}

/** The id of a run in a path. */
@Injectable()
export class RunIdPipe implements PipeTransform<string, string> {
  transform(given: string): string {
    return RUN_ID_PATTERN.test(given) ? given : refuse('id', given);
  }
}
