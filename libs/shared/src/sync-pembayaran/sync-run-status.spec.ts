import { ACTIVE_STATUSES, ENDED_STATUSES, RUN_MOVES, RUN_STATUSES, statusesBefore } from './sync-run-status';

describe('the moves of a run', () => {
  it('never leave an ended state', () => {
    for (const status of ENDED_STATUSES) expect(RUN_MOVES[status]).toEqual([]);
  });

  it('reach an end from every state', () => {
    const reachesEnd = new Set<string>(ENDED_STATUSES);
    for (let round = 0; round < RUN_STATUSES.length; round++) {
      for (const status of RUN_STATUSES) {
        if (RUN_MOVES[status].some((next) => reachesEnd.has(next))) reachesEnd.add(status);
      }
    }
    expect([...reachesEnd].sort()).toEqual([...RUN_STATUSES].sort());
  });

  it('let every active run be cancelled but one that is being cancelled', () => {
    expect(statusesBefore('cancelling').sort()).toEqual(
      ACTIVE_STATUSES.filter((status) => status !== 'cancelling').sort(),
    );
  });
});
