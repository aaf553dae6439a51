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

/** What a bearer token may be allowed to do. */
export const TOKEN_SCOPES = ['sync:read', 'sync:write', 'siswa:read'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What a route can ask for: a token's scopes; `account`, which every signed-in person has; `admin`, which only admins have. */
export type Scope = TokenScope | 'account' | 'admin';

/** What each role of a signed-in user may do. */
export const ROLE_SCOPES = {
  admin: ['sync:read', 'sync:write', 'siswa:read', 'account', 'admin'],
  petugas: ['sync:read', 'sync:write', 'siswa:read', 'account'],
  pemantau: ['sync:read', 'siswa:read', 'account'],
} as const satisfies Record<string, readonly Scope[]>;
export type Role = keyof typeof ROLE_SCOPES;
export const ROLES = Object.keys(ROLE_SCOPES) as Role[];

/** The fewest characters of a password that somebody chooses. */
export const PASSWORD_MIN_LENGTH = 10;

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
