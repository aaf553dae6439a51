import {
  IsEmail,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';
import { PASSWORD_MIN_LENGTH } from './password-length';
import { type Role, ROLES } from './scopes';

/** A person who may sign in. */
export class UserDto {
  @IsString() id!: string;
  @IsString() email!: string;
  @IsString() nama!: string;
  @IsIn(ROLES) role!: Role;
  @IsISO8601() createdAt!: string;
  @IsOptional() @IsISO8601() lastLoginAt!: string | null;
}

export class CreateUserDto {
  @IsEmail({ require_tld: false }) @MaxLength(191) email!: string;
  @IsString() @IsNotEmpty() @MaxLength(191) nama!: string;
  @IsIn(ROLES) role!: Role;
  @IsString() @MinLength(PASSWORD_MIN_LENGTH) @MaxLength(200) password!: string;
}

/** What is left out stays. A new password ends the person's sessions. */
export class UpdateUserDto {
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(191) nama?: string;
  @IsOptional() @IsIn(ROLES) role?: Role;
  @IsOptional() @IsString() @MinLength(PASSWORD_MIN_LENGTH) @MaxLength(200) password?: string;
}

/** One's own password; the other sessions end. */
export class ChangePasswordDto {
  @IsString() @IsNotEmpty() @MaxLength(200) current!: string;
  @IsString() @MinLength(PASSWORD_MIN_LENGTH) @MaxLength(200) password!: string;
}
