/** The routes that steer and observe the simulator: `/_faults`, `/_stats` and `/_health`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { sendJson } from './answers';
import { type Faults, FaultsError, noFaults, parseFaults } from './faults';
import type { Stats } from './stats';

/** What these routes steer and observe. */
interface Controlled {
  readonly stats: Stats;
  getFaults(): Faults;
  setFaults(faults: Faults): void;
}

export async function control(
  simulator: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://simulator');
  const withStudents = searchParams.get('students') === '1';

  switch (`${request.method} ${pathname.slice(pathname.lastIndexOf('/'))}`) {
    case 'GET /_health':
      return sendJson(response, 200, { status: 'ok' });
    case 'GET /_stats':
      return sendJson(response, 200, simulator.stats.toJson(withStudents));
    case 'DELETE /_stats':
      simulator.stats.reset();
      return sendJson(response, 200, simulator.stats.toJson(withStudents));
    case 'GET /_faults':
      return sendJson(response, 200, simulator.getFaults());
    case 'DELETE /_faults':
      simulator.setFaults(noFaults());
      return sendJson(response, 200, simulator.getFaults());
    case 'PUT /_faults':
      return putFaults(simulator, await text(request), response);
    default:
      return sendJson(response, 404, { message: 'There are /_faults, /_stats and /_health.' });
  }
}

function putFaults(simulator: Controlled, body: string, response: ServerResponse): void {
  try {
    simulator.setFaults(parseFaults(body));
  } catch (error) {
    if (!(error instanceof FaultsError)) throw error;
    return sendJson(response, 400, { message: error.message });
  }
  sendJson(response, 200, simulator.getFaults());
}
