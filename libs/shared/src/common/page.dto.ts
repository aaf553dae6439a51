import 'reflect-metadata';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export const PAGE_LIMIT_DEFAULT = 50;
export const PAGE_LIMIT_MAX = 500;

/** A page of a list. */
export interface Page<T> {
  /** Its rows. */
  items: T[];
  /** Goes into the next request's `cursor`; null on the last page. @example "WyJzeW5jX3J1biIsIjEyIl0" */
  nextCursor: string | null;
}

/** In an address every value is a text: a number is its decimal digits and nothing else, `0x10`, `1e1` and none at all are not. */
export const QueryNumber = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (/^-?\d{1,16}$/.test(value) ? Number(value) : NaN) : value,
  );

/** Which page of a list. */
export class PageQueryDto {
  /** The most rows that the page may have. @example 50 */
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(PAGE_LIMIT_MAX) limit: number = PAGE_LIMIT_DEFAULT;
  /** The page before's `nextCursor`; left out for the first page. @example "WyJzeW5jX3J1biIsIjEyIl0" */
  @IsOptional() @IsString() @MaxLength(1000) cursor?: string;
}
