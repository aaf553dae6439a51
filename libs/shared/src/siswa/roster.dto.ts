import { IsBoolean, IsOptional } from 'class-validator';
import type { Page } from '../common/page';
import type { Count } from '../common/scalars';

/** How to bring the list of students in line with the payment service's. */
export class SyncRosterDto {
  /** Apply the roster even when it is empty, shrunken by more than a fifth, or lacks more than half of the students. @example false */
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

/** A choice of a filter within another one; null collects the students without one. */
export class PilihanBagianDto {
  /** What the roster says. @example "A-12" */
  nama!: string | null;
  /** Its students. @example 8 */
  count!: Count;
}

/** A choice of a filter, with those of the finer filter within it; null collects the students without one. */
export class PilihanDto extends PilihanBagianDto {
  /** The choices within it. */
  bagian!: PilihanBagianDto[];
}

/** What the filters over groups can be set to. */
export class SiswaPilihanDto {
  /** School units (`lembaga`) with their classes (`kelas`). */
  lembaga!: PilihanDto[];
  /** Dormitories (`asrama`) with their rooms (`kamar`). */
  asrama!: PilihanDto[];
  /** Levels of the religious school (`tingkatDiniyah`) with their classes (`kelasDiniyah`). */
  tingkatDiniyah!: PilihanDto[];
}
