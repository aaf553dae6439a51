import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './openapi';

/** Every route, typed: `api.GET('/admin/siswa', { params: { query: { kelas: '8A' } } })`. */
export type Api = Client<paths>;
/** What routes take and answer, by the names of the OpenAPI document. */
export type Schemas = components['schemas'];

export interface Options {
  /** Where the product is, for example `https://bantubayar.sekolah.example`. */
  baseUrl: string;
  /** A token that an admin made on the settings page. */
  token: string;
  fetch?: typeof globalThis.fetch;
}

export function createClient({ baseUrl, token, fetch }: Options): Api {
  return createFetchClient<paths>({ baseUrl, fetch, headers: { Authorization: `Bearer ${token}` } });
}
