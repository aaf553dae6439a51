/** What the payment service asks for: a bearer token, a Cookie header. */
export const KREDENSIAL = ['token', 'cookie'] as const;
export type KredensialName = (typeof KREDENSIAL)[number];

/** The longest that can be saved. */
export const KREDENSIAL_MAX_LENGTH = 8_000;

/** Where a credential in use comes from: a variable of the environment, which wins over what is saved on the page. @example "saved" */
export type KredensialAsal = 'environment' | 'saved' | 'none';

/** Whether one is saved, and whether SECRETS_KEY still opens it. @example "ya" */
export type KredensialTersimpan = 'ya' | 'tidak' | 'tidak_terbaca';
