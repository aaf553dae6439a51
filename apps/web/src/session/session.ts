import type { LoginDto, MeDto, Scope } from '@bantubayar/shared';
import { shallowRef } from 'vue';
import { isApiError } from '../core/api-error';
import { storedChoice } from '../core/stored-choice';
import { sessionApi } from './session.api';

/** The signed-in user; null when there is none, undefined while nobody has asked yet. */
const me = shallowRef<MeDto | null>();
/** Whether this browser was signed in last: the login page need not ask the API only to be refused. */
const lastSeen = storedChoice('bantubayar.session', ['none', 'signed-in'], 'none');

function remember(user: MeDto | null): void {
  me.value = user;
  lastSeen.value = user ? 'signed-in' : 'none';
}

async function load(): Promise<MeDto | null> {
  if (me.value !== undefined) return me.value;
  try {
    remember(await sessionApi.me());
  } catch (error) {
    if (!isApiError(error) || error.status !== 401) throw error;
    remember(null);
  }
  return me.value ?? null;
}

async function login(credentials: LoginDto): Promise<void> {
  remember(await sessionApi.login(credentials));
}

async function logout(): Promise<void> {
  await sessionApi.logout();
  forget();
}

const forget = () => remember(null);
const isLikely = () => lastSeen.value === 'signed-in';

const can = (scope: Scope): boolean => me.value?.scopes.includes(scope) ?? false;

export const session = { me, load, login, logout, forget, isLikely, can };
