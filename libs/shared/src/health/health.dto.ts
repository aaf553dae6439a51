import type { Whole } from '../common/scalars';

/** The process runs. */
export class LiveDto {
  /** Always the same. @example "ok" */
  status!: 'ok';
  /** Of the product, a semantic version. @example "0.1.0" */
  version!: string;
}

/** How one part stands. */
export interface HealthPart {
  /** Whether it works. @example "up" */
  status: 'up' | 'down';
  /** What is the matter with it. @example "Redis does not answer: no answer within 1000 ms" */
  message?: string;
  /** Of `workers`: how many are alive; null where the database does not say. @example 2 */
  alive?: Whole | null;
}

/** Whether the process can do its work. */
export class HealthDto {
  /** `ok` where it can. @example "ok" */
  status!: 'ok' | 'error' | 'shutting_down';
  /** The parts that work. @example {"database": {"status": "up"}} */
  info!: Record<string, HealthPart>;
  /** The parts that do not. @example {} */
  error!: Record<string, HealthPart>;
  /** All parts: `database`, `queue` and `workers`. @example {"database": {"status": "up"}} */
  details!: Record<string, HealthPart>;
}
