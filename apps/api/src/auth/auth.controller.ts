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
import { env } from '../config/env';
import { Answers, Errors } from '../openapi/decorators';
import { AuthService } from './auth.service';
import { Asker, type Principal, Public, RequireScope } from './principal';
import { SESSION_COOKIE, SESSION_MS, SessionService, SIGNED_IN_COOKIE } from './session.service';
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
  @HttpCode(200)
  @Answers(200, 'Masuk; menyetel cookie sesi', MeDto)
  @Errors(400, 401, 403, 429)
  async login(
    @Body() { email, password }: LoginDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeDto> {
    const { secret, principal } = await this.auth.login(email, password, request.ip ?? '');
    setCookies(request, response, secret);
    return toMe(principal);
  }

  @Post('logout')
  @Public()
  @HttpCode(204)
  @Answers(204, 'Keluar; sesi tidak berlaku lagi')
  @Errors(403)
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const secret = (request.cookies as Record<string, string>)[SESSION_COOKIE];
    if (secret) await this.auth.logout(secret);
    response.clearCookie(SESSION_COOKIE, cookieOptions(request));
    response.clearCookie(SIGNED_IN_COOKIE, { ...cookieOptions(request), httpOnly: false });
  }

  @Get('me')
  @Answers(200, 'Siapa yang masuk', MeDto)
  @Errors(401)
  me(@Asker() asker: Principal): MeDto {
    return toMe(asker);
  }

  @Post('password')
  @RequireScope('account')
  @Audited('password_changed')
  @HttpCode(204)
  @Answers(204, 'Kata sandi diganti; sesi lain berakhir')
  @Errors(400, 401, 403, 409)
  async changePassword(
    @Body() body: ChangePasswordDto,
    @Asker() { id }: Principal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const user = await this.users.changePassword(id, body);
    setCookies(request, response, await this.sessions.open(user));
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
  @Errors(401, 403, 404)
  revokeToken(@Param('id') id: string): Promise<TokenDto> {
    return this.tokens.revoke(id);
  }
}

function setCookies(request: Request, response: Response, secret: string): void {
  const options = { ...cookieOptions(request), maxAge: SESSION_MS };
  response.cookie(SESSION_COOKIE, secret, options);
  response.cookie(SIGNED_IN_COOKIE, '1', { ...options, httpOnly: false });
}

function cookieOptions(request: Request) {
  return { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' } as const;
}

function toMe({ id, kind, nama, email, role, scopes }: Principal): MeDto {
  return { id, kind, nama, email, role, scopes: [...scopes], demo: env.DEMO_DATA };
}
