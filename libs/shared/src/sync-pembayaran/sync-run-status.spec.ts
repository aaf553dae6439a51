import {
  ACTIVE_STATUSES,
  ENDED_STATUSES,
  RUN_MOVES,
  RUN_STATUSES,
  type StatusBefore,
  statusesBefore,
} from './sync-run-status';

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

  it('are a type, under which one that is not in the table does not compile', () => {
    const toRunning: StatusBefore<'running'>[] = ['preparing', 'paused'];
    const toEither: StatusBefore<'completed' | 'partial'>[] = ['running', 'paused'];
    // @ts-expect-error what has ended runs no more
    const never: StatusBefore<'running'> = 'completed';
    expect(toRunning).toEqual(statusesBefore('running'));
    expect(toEither).toEqual(statusesBefore('partial'));
    expect(statusesBefore('running')).not.toContain(never);
  });
});
