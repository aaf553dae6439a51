/** What a bearer token may be allowed to do. */
export const TOKEN_SCOPES = ['sync:read', 'sync:write', 'siswa:read'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What a route can ask for: a token's scopes; `account`, which every signed-in person has; `admin`, which only admins have. */
export type Scope = TokenScope | 'account' | 'admin';

/** What each role of a signed-in user may do. */
export const ROLE_SCOPES = {
  admin: ['sync:read', 'sync:write', 'siswa:read', 'account', 'admin'],
  petugas: ['sync:read', 'sync:write', 'siswa:read', 'account'],
  pemantau: ['sync:read', 'siswa:read', 'account'],
} as const satisfies Record<string, readonly Scope[]>;
export type Role = keyof typeof ROLE_SCOPES;
export const ROLES = Object.keys(ROLE_SCOPES) as Role[];
