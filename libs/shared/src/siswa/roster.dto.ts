import { IsBoolean, IsOptional } from 'class-validator';
import type { Page } from '../common/page.dto';
import type { Count } from '../common/scalars';

/** How to bring the list of students in line with the payment service's. */
export class SyncRosterDto {
  /** Apply the roster even when it is empty or much shrunken. @example false */
  @IsOptional() @IsBoolean() force?: boolean;
}

/** What changed in the list of students. */
export class RosterResultDto {
  /** Students who are new. @example 12 */
  inserted!: Count;
  /** Students whose name, class or the like changed. @example 3 */
  updated!: Count;
  /** Students of whom nothing changed. @example 335 */
  unchanged!: Count;
  /** Students newly marked as having left. @example 2 */
  left!: Count;
  /** Students on the roster. */
  total!: Count;
}

/** A class; null collects the students without one. */
export class KelasDto {
  /** The class. @example "8A" */
  kelas!: string | null;
  /** Its students. @example 28 */
  count!: Count;
}

/** A school unit (UnitFormal) with its classes; null collects the students without one. */
export class LembagaDto {
  /** The school unit. @example "SMP" */
  lembaga!: string | null;
  /** Its students. @example 120 */
  count!: Count;
  /** Its classes. */
  kelas!: KelasDto[];
}

export type LembagaListDto = Page<LembagaDto>;
