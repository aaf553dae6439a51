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
import type { Request, Response } from 'express';
import { Audited } from '../audit/audited';
import { IdPipe } from '../common/id.pipe';
import { env } from '../config/env';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { browserOf, clearSession, cookieOf, setDevice, setSession } from './auth-cookies';
import { AuthService } from './auth.service';
import { DEVICE_COOKIE } from './known-devices';
import { TakesPassword } from '../common/password-turn';
import { Asker, type Principal, Public, RequireScope, SESSION_COOKIE } from '../common/principal';
import { rateLimitOn } from '../common/rate-limit';
import { SessionService } from './session.service';
import { TokenService } from './token.service';
import { UserService } from './user.service';

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
  @Operation(
    'login',
    'Sign in',
    'Sets the session cookie. Each attempt counts until it succeeds; too many are refused.',
  )
  @Answers('Signed in', MeDto)
  @Errors('invalid_credentials')
  async login(
    @Body() { email, password }: LoginDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeDto> {
    const { principal, session, device } = await this.auth.login(email, password, {
      ...browserOf(request),
      session: cookieOf(request, SESSION_COOKIE),
      device: cookieOf(request, DEVICE_COOKIE),
      tellLimit: rateLimitOn(response),
    });
    setSession(request, response, session);
    if (device !== null) setDevice(request, response, device);
    return toMe(principal);
  }

  @Post('logout')
  @Public()
  @HttpCode(204)
  @Operation('logout', 'Sign out', 'The session ends at once.')
  @Answers('Signed out')
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const secret = cookieOf(request, SESSION_COOKIE);
    if (secret !== null) await this.auth.logout(secret);
    clearSession(request, response);
  }

  @Get('me')
  @Operation('getMe', 'Tell who asks')
  @Answers('Who asks, and what they may do', MeDto)
  me(@Asker() asker: Principal): MeDto {
    return toMe(asker);
  }

  @Post('password')
  @RequireScope('account')
  @TakesPassword()
  @Audited('password_changed')
  @HttpCode(204)
  @Operation('changePassword', 'Change one’s own password', 'All other sessions of the person end.')
  @Answers('Changed')
  @Errors('wrong_password')
  async changePassword(
    @Body() body: ChangePasswordDto,
    @Asker() { id }: Principal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const user = await this.users.changePassword(id, body, rateLimitOn(response));
    setSession(request, response, await this.sessions.open(user, browserOf(request)));
  }

  @Get('tokens')
  @RequireScope('admin')
  @Operation('listTokens', 'List the tokens of integrators')
  @Answers('All tokens, newest first, without their secrets', [TokenDto])
  async listTokens(): Promise<Page<TokenDto>> {
    return { items: await this.tokens.list(), nextCursor: null };
  }

  @Post('tokens')
  @RequireScope('admin')
  @Audited('token_created')
  @Operation('createToken', 'Make a token', 'Its secret is shown in this answer and never again.')
  @Answers('The new token', CreatedTokenDto)
  createToken(@Body() body: CreateTokenDto, @Asker() asker: Principal): Promise<CreatedTokenDto> {
    return this.tokens.create(body, asker);
  }

  @Delete('tokens/:id')
  @RequireScope('admin')
  @Audited('token_revoked')
  @HttpCode(204)
  @Operation('revokeToken', 'Revoke a token', 'It is not valid any more from now on.')
  @Answers('Revoked')
  @Errors('not_found')
  revokeToken(@Param('id', IdPipe) id: string): Promise<TokenDto> {
    return this.tokens.revoke(id);
  }
}

function toMe({ id, kind, nama, email, role, scopes }: Principal): MeDto {
  return { id, kind, nama, email, role, scopes: [...scopes], demo: env.DEMO_DATA };
}
