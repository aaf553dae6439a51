import type { Scope } from '@bantubayar/shared';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { CrossSiteRequestError, ForbiddenError, UnauthenticatedError } from './auth.errors';
import { type AuthenticatedRequest, type Principal, PUBLIC, REQUIRED_SCOPE } from './principal';
import { SESSION_COOKIE, SessionService } from './session.service';
import { TokenService } from './token.service';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets in who may: a session cookie or a bearer token, with the scope that the route asks for. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly tokens: TokenService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const targets = [context.getHandler(), context.getClass()];
    if (isCrossSiteWrite(request)) throw new CrossSiteRequestError();
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const principal = await this.principalOf(request);
    if (!principal) throw new UnauthenticatedError();
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(REQUIRED_SCOPE, targets);
    if (scope && !principal.scopes.includes(scope)) throw new ForbiddenError(scope);
    request.principal = principal;
    return true;
  }

  private async principalOf(request: AuthenticatedRequest): Promise<Principal | null> {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) return this.tokens.principalOf(bearer);
    const cookies = request.cookies as Record<string, unknown> | undefined;
    const secret = cookies?.[SESSION_COOKIE];
    return typeof secret === 'string' ? this.sessions.principalOf(secret) : null;
  }
}

/** A browser says where a request comes from; programs with a token say nothing and need not. */
function isCrossSiteWrite({ method, headers }: AuthenticatedRequest): boolean {
  if (SAFE_METHODS.has(method) || headers.authorization) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== headers.host;
}
