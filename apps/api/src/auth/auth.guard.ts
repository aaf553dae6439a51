import type { Scope } from '@bantubayar/shared';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SharedAnswers } from '../common/shared-answers';
import { cookieOf } from './auth-cookies';
import { CrossSiteRequestError, ForbiddenError, UnauthenticatedError } from './auth.errors';
import {
  type AuthenticatedRequest,
  type Principal,
  PUBLIC,
  REQUIRED_SCOPE,
  SESSION_COOKIE,
} from '../common/principal';
import { SessionService } from './session.service';
import { TokenService } from './token.service';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets in who may: a session cookie or a bearer token, with the scope that the route asks for. */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly shared = new SharedAnswers<Principal | null>();

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly tokens: TokenService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer === undefined && isCrossSiteWrite(request)) throw new CrossSiteRequestError();
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const principal = await this.principalOf(request, bearer);
    if (!principal) throw new UnauthenticatedError();
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(REQUIRED_SCOPE, targets);
    if (scope && !principal.scopes.includes(scope)) throw new ForbiddenError(scope);
    request.principal = principal;
    return true;
  }

  /** Who names a token comes with it alone: a cookie counts only where the request's origin was looked at. */
  private async principalOf(
    request: AuthenticatedRequest,
    bearer: string | undefined,
  ): Promise<Principal | null> {
    if (bearer !== undefined)
      return this.shared.ask(`token ${bearer}`, () => this.tokens.principalOf(bearer));
    const secret = cookieOf(request, SESSION_COOKIE);
    return secret === null
      ? null
      : this.shared.ask(`session ${secret}`, () => this.sessions.principalOf(secret));
  }
}

/** A browser says where a request comes from; programs with a token say nothing and need not. */
function isCrossSiteWrite({ method, headers }: AuthenticatedRequest): boolean {
  if (SAFE_METHODS.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== headers.host;
}
