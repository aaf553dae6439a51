import 'reflect-metadata';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export const PAGE_LIMIT_DEFAULT = 50;
export const PAGE_LIMIT_MAX = 500;

/** A page of a list: `nextCursor` goes into the next request's `cursor`; null on the last page. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** In an address every value is a text: a number is its decimal digits and nothing else, `0x10`, `1e1` and none at all are not. */
export const QueryNumber = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (/^-?\d{1,16}$/.test(value) ? Number(value) : NaN) : value,
  );

export class PageQueryDto {
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(PAGE_LIMIT_MAX) limit: number = PAGE_LIMIT_DEFAULT;
  @IsOptional() @IsString() @MaxLength(1000) cursor?: string;
}
