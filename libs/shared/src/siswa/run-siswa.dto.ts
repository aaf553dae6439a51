import 'reflect-metadata';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from '../common/page';
import { type PageQueryDto, QueryNumber } from '../common/page.dto';
import { SiswaGroupsDto } from './siswa-groups.dto';

/** Which page of a run's students, and which of them. */
export class RunSiswaQueryDto extends SiswaGroupsDto implements PageQueryDto {
  /** The most rows that the page may have. @example 50 */
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(PAGE_LIMIT_MAX) limit: number = PAGE_LIMIT_DEFAULT;
  /** The page before's `nextCursor`; left out for the first page. @example "WyJydW5zIiwiMTAiXQ" */
  @IsOptional() @IsString() @MaxLength(1000) cursor?: string;
  /**
   * Words in any order, all to be found: each is part of a name, or the beginning of an idperson or a class, or a telephone number
   * from its beginning, however it is written.
   * @example "putri siti"
   */
  @IsOptional() @IsString() @MaxLength(100) search?: string;
}
