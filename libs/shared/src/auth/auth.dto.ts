import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { IsFilled } from '../common/filled';
import type { Id, Timestamp } from '../common/scalars';
import { type Role, type Scope, TOKEN_SCOPES, type TokenScope } from './rights';

/** Who wants to sign in. */
export class LoginDto {
  /** The person's e-mail address; upper and lower case are the same. @example "siti@sekolah.test" */
  @IsString() @IsNotEmpty() @MaxLength(191) email!: string;
  /** The person's password. @example "kereta-pagi-ke-bandung" */
  @IsString() @IsNotEmpty() @MaxLength(200) password!: string;
}

/** The signed-in user, or the integrator behind a bearer token (`kind`). */
export class MeDto {
  /** The id of the user or token. */
  id!: Id;
  /** A signed-in person, or a token. @example "user" */
  kind!: 'user' | 'token';
  /** The person's or the token's name. @example "Siti Aminah" */
  nama!: string;
  /** The person's e-mail address; null for a token. @example "siti@sekolah.test" */
  email!: string | null;
  /** The person's role; null for a token. */
  role!: Role | null;
  /** What the asker may do. */
  scopes!: Scope[];
  /** True when the data come from the simulator, not from a school. @example false */
  demo!: boolean;
}

/** A new token. */
export class CreateTokenDto {
  /** What the token is for, to recognise it by. @example "Aplikasi keuangan" */
  @IsString() @IsFilled() @MaxLength(100) name!: string;
  /** What its bearer may do, as far as the person who made it may. */
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(TOKEN_SCOPES, { each: true }) scopes!: TokenScope[];
  /** From when on it is not valid any more; left out or null: it does not expire. @example "2027-06-30T17:00:00.000Z" */
  @IsOptional() @IsISO8601({ strict: true }) expiresAt?: string | null;
}

/** An integrator's token, without its secret. */
export class TokenDto {
  /** The token's id. */
  id!: Id;
  /** What it is for. @example "Aplikasi keuangan" */
  name!: string;
  /** The first characters of the token, to recognise it by. @example "bb_3fK9x" */
  prefix!: string;
  /** What its bearer may do, as far as the person who made it may. */
  scopes!: TokenScope[];
  /** The name of who made it. @example "Siti Aminah" */
  createdBy!: string;
  /** When it was made. */
  createdAt!: Timestamp;
  /** From when on it is not valid any more; null: it does not expire. */
  expiresAt!: Timestamp | null;
  /** When it was last used, to a minute; null: never. */
  lastUsedAt!: Timestamp | null;
}

/** The answer to making a token: the only time that `token` is shown. */
export class CreatedTokenDto extends TokenDto {
  /** What goes into `Authorization: Bearer …`. @example "bb_3fK9xQ7mT2vW8yB4nC6dE1gH5jL0pR" */
  token!: string;
}
