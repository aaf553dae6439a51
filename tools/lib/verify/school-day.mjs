/** The school's day of a moment as the database writes it. @param {string} moment @param {string} timeZone */
export function dayOf(moment, timeZone) {
  return new Date(`${moment.replace(' ', 'T')}Z`).toLocaleDateString('sv-SE', { timeZone });
}
