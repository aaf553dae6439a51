import {
  ChangePasswordDto,
  CreatedTokenDto,
  CreateTokenDto,
  LoginDto,
  MeDto,
  type Page,
  TokenDto,
} from '@bantubayar/shared';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Audited } from '../audit/audited';
import { IdPipe } from '../common/id.pipe';
import { env } from '../config/env';
import { Answers, Errors } from '../openapi/decorators';
import { clearSession, cookieOf, setDevice, setSession } from './auth-cookies';
import { AuthService } from './auth.service';
import { DEVICE_COOKIE } from './known-devices';
import { TakesPassword } from './password-turn';
import { Asker, type Principal, Public, RequireScope, SESSION_COOKIE } from '../common/principal';
import { SessionService } from './session.service';
import { TokenService } from './token.service';
import { UserService } from './user.service';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionService,
    private readonly tokens: TokenService,
    private readonly users: UserService,
  ) {}

  @Post('login')
  @Public()
  @TakesPassword()
  @HttpCode(200)
  @Answers(200, 'Masuk; menyetel cookie sesi', MeDto)
  @Errors(400, 401, 403, 429)
  async login(
    @Body() { email, password }: LoginDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeDto> {
    const { principal, session, device } = await this.auth.login(email, password, {
      address: request.ip ?? '',
      session: cookieOf(request, SESSION_COOKIE),
      device: cookieOf(request, DEVICE_COOKIE),
    });
    setSession(request, response, session);
    if (device !== null) setDevice(request, response, device);
    return toMe(principal);
  }

  @Post('logout')
  @Public()
  @HttpCode(204)
  @Answers(204, 'Keluar; sesi tidak berlaku lagi')
  @Errors(403)
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const secret = cookieOf(request, SESSION_COOKIE);
    if (secret !== null) await this.auth.logout(secret);
    clearSession(request, response);
  }

  @Get('me')
  @Answers(200, 'Siapa yang masuk', MeDto)
  @Errors(401)
  me(@Asker() asker: Principal): MeDto {
    return toMe(asker);
  }

  @Post('password')
  @RequireScope('account')
  @TakesPassword()
  @Audited('password_changed')
  @HttpCode(204)
  @Answers(204, 'Kata sandi diganti; sesi lain berakhir')
  @Errors(400, 401, 403, 409, 429)
  async changePassword(
    @Body() body: ChangePasswordDto,
    @Asker() { id }: Principal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const user = await this.users.changePassword(id, body);
    setSession(request, response, await this.sessions.open(user));
  }

  @Get('tokens')
  @RequireScope('admin')
  @Answers(200, 'Token API', [TokenDto])
  @Errors(401, 403)
  async listTokens(): Promise<Page<TokenDto>> {
    return { items: await this.tokens.list(), nextCursor: null };
  }

  @Post('tokens')
  @RequireScope('admin')
  @Audited('token_created')
  @Answers(201, 'Token baru; hanya ditampilkan sekali', CreatedTokenDto)
  @Errors(400, 401, 403)
  createToken(@Body() body: CreateTokenDto, @Asker() asker: Principal): Promise<CreatedTokenDto> {
    return this.tokens.create(body, asker);
  }

  @Delete('tokens/:id')
  @RequireScope('admin')
  @Audited('token_revoked')
  @HttpCode(204)
  @Answers(204, 'Token dicabut')
  @Errors(400, 401, 403, 404)
  revokeToken(@Param('id', IdPipe) id: string): Promise<TokenDto> {
    return this.tokens.revoke(id);
  }
}

function toMe({ id, kind, nama, email, role, scopes }: Principal): MeDto {
  return { id, kind, nama, email, role, scopes: [...scopes], demo: env.DEMO_DATA };
}
