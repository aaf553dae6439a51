const NAME = 'bantubayar_signed_in';

/** The session itself cannot be read by a script; the API sets this one beside it, so that nobody asks only to be refused. */
export const signedInCookie = {
  isSet: () => document.cookie.split('; ').includes(`${NAME}=1`),
  clear: () => void (document.cookie = `${NAME}=; Max-Age=0; Path=/; SameSite=Lax`),
};
