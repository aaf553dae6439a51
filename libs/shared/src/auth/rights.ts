export const TOKEN_SCOPES = ['sync:read', 'sync:write', 'siswa:read'] as const;
/** What a bearer token may be allowed to do. @example "sync:read" */
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What a route can ask for: a token's scopes; `account`, which every signed-in person has; `admin`, which only admins have. @example "sync:write" */
export type Scope = TokenScope | 'account' | 'admin';

/** What each role of a signed-in user may do. */
export const ROLE_SCOPES = {
  admin: ['sync:read', 'sync:write', 'siswa:read', 'account', 'admin'],
  petugas: ['sync:read', 'sync:write', 'siswa:read', 'account'],
  pemantau: ['sync:read', 'siswa:read', 'account'],
} as const satisfies Record<string, readonly Scope[]>;
/** `admin` may everything, `petugas` synchronises, `pemantau` only looks. @example "petugas" */
export type Role = keyof typeof ROLE_SCOPES;
export const ROLES = Object.keys(ROLE_SCOPES) as Role[];

/** The fewest characters of a password that somebody chooses. */
export const PASSWORD_MIN_LENGTH = 10;
