import { isId } from '@bantubayar/shared';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { InvalidInputError } from './domain-error';

/** An id in a path, in its one form, so that nobody inside compares two spellings of the same. */
abstract class IdInPath implements PipeTransform<string, string> {
  protected abstract readonly param: string;

  transform(given: string): string {
    if (isId(given)) return given;
    const problem = `must be a positive whole number without leading zeros, got "${given.slice(0, 50)}"`;
    throw new InvalidInputError(
      `Isian tidak sesuai: ${this.param} harus berupa angka bulat positif tanpa nol di depan`,
      { [this.param]: [problem] },
    );
  }
}

/** The id of a run, a user or a token in a path. */
@Injectable()
export class IdPipe extends IdInPath {
  protected override readonly param = 'id';
}

/** An idperson in a path. */
@Injectable()
export class IdpersonPipe extends IdInPath {
  protected override readonly param = 'idperson';
}
