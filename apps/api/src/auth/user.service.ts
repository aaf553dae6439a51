import type { ChangePasswordDto, CreateUserDto, UpdateUserDto, UserDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../common/domain-error';
import { canonicalEmail, passwordProblem } from '../config/password-rules';
import { OwnAccountError, WrongPasswordError } from './auth.errors';
import { LoginThrottle } from './login-throttle';
import { hashPassword, passwordFits } from './password';
import type { Principal } from '../common/principal';
import type { TellRateLimit } from '../common/rate-limit';
import { wrongField } from '../common/wrong-field';
import type { UserEntity } from './user.entity';
import { UserRepository } from './user.repository';

/** Who may sign in, and as what. */
@Injectable()
export class UserService {
  constructor(
    private readonly users: UserRepository,
    private readonly throttle: LoginThrottle,
  ) {}

  async list(): Promise<UserDto[]> {
    return (await this.users.all()).map(toDto);
  }

  async create({ email, nama, role, password }: CreateUserDto): Promise<UserDto> {
    const user = { email: canonicalEmail(email), nama: nama.trim(), role };
    refuseWeak(password, user.email);
    return toDto(await this.users.create({ ...user, passwordHash: await hashPassword(password) }));
  }

  async update(id: string, { nama, role, password }: UpdateUserDto, by: Principal): Promise<UserDto> {
    const user = await this.existing(id);
    if (password !== undefined) refuseWeak(password, user.email);
    if (password !== undefined && isSelf(by, id)) {
      throw new OwnAccountError('Kata sandi sendiri diganti dengan menyebut yang lama, di kartu Akun');
    }
    await this.users.change(id, {
      ...(nama === undefined ? {} : { nama: nama.trim() }),
      ...(role === undefined ? {} : { role }),
      ...(password === undefined ? {} : { passwordHash: await hashPassword(password) }),
    });
    return toDto(await this.existing(id));
  }

  /** Answers who it was. */
  async remove(id: string, by: Principal): Promise<UserDto> {
    const user = await this.existing(id);
    if (isSelf(by, id)) throw new OwnAccountError('Akun sendiri tidak dapat dihapus');
    await this.users.remove(id);
    return toDto(user);
  }

  /** Ends all of the user's sessions. */
  async changePassword(
    id: string,
    { current, password }: ChangePasswordDto,
    tellLimit: TellRateLimit,
  ): Promise<UserEntity> {
    const user = await this.existing(id);
    refuseWeak(password, user.email);
    const takeBack = await this.throttle.attemptChange(id, tellLimit);
    if (!(await passwordFits(current, user.passwordHash))) throw new WrongPasswordError();
    await takeBack();
    await this.users.change(id, { passwordHash: await hashPassword(password) });
    return user;
  }

  private async existing(id: string): Promise<UserEntity> {
    const user = await this.users.find(id);
    if (!user) throw new NotFoundError('Pengguna tidak ditemukan', { id });
    return user;
  }
}

function refuseWeak(password: string, email: string): void {
  const problem = passwordProblem(password, email);
  if (problem) throw wrongField('password', problem, 'kata sandi');
}

const isSelf = ({ kind, id }: Principal, userId: string) => kind === 'user' && id === userId;

function toDto({ id, email, nama, role, createdAt, lastLoginAt }: UserEntity): UserDto {
  return {
    id: String(id),
    email,
    nama,
    role,
    createdAt: createdAt.toISOString(),
    lastLoginAt: lastLoginAt?.toISOString() ?? null,
  };
}
