import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { type Role, ROLES, TOKEN_SCOPES, type TokenScope } from './user.dto';

export class LoginDto {
  @IsString() @IsNotEmpty() @MaxLength(191) email!: string;
  @IsString() @IsNotEmpty() @MaxLength(200) password!: string;
}

/** The signed-in user, or the integrator behind a bearer token (`kind`). */
export class MeDto {
  @IsString() id!: string;
  @IsIn(['user', 'token']) kind!: 'user' | 'token';
  @IsString() nama!: string;
  @IsOptional() @IsString() email!: string | null;
  @IsOptional() @IsIn(ROLES) role!: Role | null;
  @IsArray() @IsString({ each: true }) scopes!: string[];
  /** True when the data come from the simulator, not from a school. */
  @IsBoolean() demo!: boolean;
}

export class CreateTokenDto {
  @IsString() @IsNotEmpty() @MaxLength(100) name!: string;
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(TOKEN_SCOPES, { each: true }) scopes!: TokenScope[];
  /** ISO 8601; left out or null: the token does not expire. */
  @IsOptional() @IsISO8601({ strict: true }) expiresAt?: string | null;
}

export class TokenDto {
  @IsString() id!: string;
  @IsString() name!: string;
  /** The first characters of the token, to recognise it by. */
  @IsString() prefix!: string;
  @IsArray() @IsIn(TOKEN_SCOPES, { each: true }) scopes!: TokenScope[];
  @IsString() createdBy!: string;
  @IsISO8601() createdAt!: string;
  @IsOptional() @IsISO8601() expiresAt!: string | null;
  @IsOptional() @IsISO8601() lastUsedAt!: string | null;
}

/** The answer to making a token: the only time that `token` is shown. */
export class CreatedTokenDto extends TokenDto {
  @IsString() token!: string;
}
