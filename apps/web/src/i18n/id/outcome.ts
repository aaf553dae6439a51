import { SYNC_OUTCOME_WORDS } from '@bantubayar/shared';

export const outcome = SYNC_OUTCOME_WORDS;
