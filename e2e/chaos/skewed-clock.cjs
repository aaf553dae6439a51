/** Loaded before a program (`--require`): its clock is wrong by CHAOS_CLOCK_OFFSET_MS. */
'use strict';

const offsetMs = Number(process.env.CHAOS_CLOCK_OFFSET_MS);
const RightDate = Date;

globalThis.Date = class Date extends RightDate {
  constructor(...args) {
    if (args.length === 0) super(RightDate.now() + offsetMs);
    else super(...args);
  }

  static now() {
    return RightDate.now() + offsetMs;
  }
};
