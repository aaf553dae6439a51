import { IsEmail, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IsFilled } from '../common/filled';
import type { Id, Timestamp } from '../common/scalars';
import { PASSWORD_MIN_LENGTH, ROLES, type Role } from './rights';

/** A person who may sign in. */
export class UserDto {
  /** The person's id. */
  id!: Id;
  /** The address to sign in with, in lower case. @example "siti@sekolah.test" */
  email!: string;
  /** The person's name. @example "Siti Aminah" */
  nama!: string;
  /** What the person may do. */
  role!: Role;
  /** When the account was made. */
  createdAt!: Timestamp;
  /** When the person last signed in; null: never. */
  lastLoginAt!: Timestamp | null;
}

/** A new person. */
export class CreateUserDto {
  /** The address to sign in with; nobody else may have it. @example "siti@sekolah.test" */
  @IsEmail({ require_tld: false }) @MaxLength(191) email!: string;
  /** The person's name. @example "Siti Aminah" */
  @IsString() @IsFilled() @MaxLength(191) nama!: string;
  /** What the person may do. */
  @IsIn(ROLES) role!: Role;
  /** A first password, none of the most common ones. @example "kereta-pagi-ke-bandung" */
  @IsString() @MinLength(PASSWORD_MIN_LENGTH) @MaxLength(200) password!: string;
}

/** What is left out stays. A new password ends the person's sessions. */
export class UpdateUserDto {
  /** The person's name. @example "Siti Aminah" */
  @IsOptional() @IsString() @IsFilled() @MaxLength(191) nama?: string;
  /** What the person may do. */
  @IsOptional() @IsIn(ROLES) role?: Role;
  /** A new password for somebody else; one's own is changed with changePassword. @example "hujan-turun-di-kebun" */
  @IsOptional() @IsString() @MinLength(PASSWORD_MIN_LENGTH) @MaxLength(200) password?: string;
}

/** One's own password; the other sessions end. */
export class ChangePasswordDto {
  /** The present password. @example "kereta-pagi-ke-bandung" */
  @IsString() @IsNotEmpty() @MaxLength(200) current!: string;
  /** The new one, none of the most common ones. @example "hujan-turun-di-kebun" */
  @IsString() @MinLength(PASSWORD_MIN_LENGTH) @MaxLength(200) password!: string;
}
