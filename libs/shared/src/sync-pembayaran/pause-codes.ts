/** Why a run is paused: by an operator, since the upstream refuses our credentials, or since it is out of order. */
export const PAUSE_CODES = ['operator', 'credentials', 'outage'] as const;
export type PauseCode = (typeof PAUSE_CODES)[number];
