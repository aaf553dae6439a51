import type { LoginDto, MeDto, Scope } from '@bantubayar/shared';
import { shallowRef } from 'vue';
import { isApiError } from '../core/api-error';
import { sessionApi } from './session.api';

/** The signed-in user; null when there is none, undefined while nobody has asked yet. */
const me = shallowRef<MeDto | null>();

async function load(): Promise<MeDto | null> {
  if (me.value !== undefined) return me.value;
  try {
    me.value = await sessionApi.me();
  } catch (error) {
    if (!isApiError(error) || error.status !== 401) throw error;
    me.value = null;
  }
  return me.value;
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
}

const can = (scope: Scope): boolean => me.value?.scopes.includes(scope) ?? false;

export const session = { me, load, login, logout, forget, can };
