import 'reflect-metadata';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from './page';

/** In an address every value is a text: a number is its decimal digits and nothing else, `0x10`, `1e1` and none at all are not. */
export const QueryNumber = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (/^-?\d{1,16}$/.test(value) ? Number(value) : NaN) : value,
  );

/** And so is a boolean. */
export const QueryBoolean = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

/** Which page of a list. */
export class PageQueryDto {
  /** The most rows that the page may have. @example 50 */
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(PAGE_LIMIT_MAX) limit: number = PAGE_LIMIT_DEFAULT;
  /** The page before's `nextCursor`; left out for the first page. @example "WyJzeW5jX3J1biIsIjEyIl0" */
  @IsOptional() @IsString() @MaxLength(1000) cursor?: string;
}
