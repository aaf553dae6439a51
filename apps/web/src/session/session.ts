import type { LoginDto, MeDto, Scope } from '@bantubayar/shared';
import { shallowRef } from 'vue';
import { isApiError } from '../core/api-error';
import { sessionApi } from './session.api';
import { signedInCookie } from './signed-in-cookie';

/** The signed-in user; null when there is none, or nobody has asked yet. */
const me = shallowRef<MeDto | null>(null);

/** Asks only where there is a session to ask about; another tab may have ended or begun it. */
async function load(): Promise<MeDto | null> {
  if (!signedInCookie.isSet()) me.value = null;
  else if (!me.value) await ask();
  return me.value;
}

/** Asks anew: another tab may have signed in somebody else, an admin have changed what one may do. */
async function reload(): Promise<MeDto | null> {
  if (signedInCookie.isSet()) await ask();
  else me.value = null;
  return me.value;
}

async function ask(): Promise<void> {
  try {
    me.value = await sessionApi.me();
  } catch (error) {
    if (!isApiError(error) || error.status !== 401) throw error;
    forget();
  }
}

async function login(credentials: LoginDto): Promise<void> {
  me.value = await sessionApi.login(credentials);
}

async function logout(): Promise<void> {
  await sessionApi.logout();
  forget();
}

function forget(): void {
  me.value = null;
  signedInCookie.clear();
}

const can = (scope: Scope): boolean => me.value?.scopes.includes(scope) ?? false;

export const session = { me, load, reload, login, logout, forget, can };
