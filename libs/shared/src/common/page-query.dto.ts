import 'reflect-metadata';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from './page';
import { QueryNumber } from './query-number';

export class PageQueryDto {
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(PAGE_LIMIT_MAX) limit: number = PAGE_LIMIT_DEFAULT;
  @IsOptional() @IsString() @MaxLength(1000) cursor?: string;
}
