/** The fewest characters of a password that somebody chooses. */
export const PASSWORD_MIN_LENGTH = 10;
