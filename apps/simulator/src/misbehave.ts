/** Gives one payments request the trouble that was drawn for it. */
import type { ServerResponse } from 'node:http';
import { sendForever, sendGzip, sendHalf, sendHtml, sendHuge, sendJson } from './answers';
import type { Faults, Trouble } from './faults';
import type { WirePeriod, WireStudent, WireSummary } from './sisda-answer';

type Act = (response: ServerResponse, data: WireStudent[], faults: Faults) => void;

const refusal = (status: number, message: string): Act => {
  return (response) => sendJson(response, status, { status: false, message });
};

/** The same answer with its periods changed. */
const withPeriods = (change: (periods: WirePeriod[]) => WirePeriod[] | null | undefined): Act => {
  return (response, data, faults) => {
    const changed = data.map((student) => ({ ...student, periods: change(student.periods ?? []) }));
    sendData(response, changed, faults);
  };
};

const ACTS: Record<Trouble, Act> = {
  refuse: (response) => response.destroy(),
  timeout: () => undefined,
  error500: refusal(500, 'Server Error'),
  error503: refusal(503, 'Service Unavailable'),
  tooMany429: (response, _data, { retryAfterSeconds }) => {
    const headers: Record<string, string> =
      retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) };
    sendJson(response, 429, { status: false, message: 'Too Many Attempts.' }, headers);
  },
  unauthorized401: refusal(401, 'Unauthenticated.'),
  forbidden403: refusal(403, 'This action is unauthorized.'),
  notFound404: refusal(404, 'Data tidak ditemukan'),
  drip: sendForever,
  cutBody: (response, data) => sendHalf(response, { data }),
  htmlPage: sendHtml,
  statusFalse: refusal(200, 'Gagal mengambil data'),
  hugeBody: (response, data) => sendHuge(response, data, false),
  hugeGzip: (response, data) => sendHuge(response, data, true),
  emptyData: (response, _data, faults) => sendData(response, [], faults),
  missingPeriods: withPeriods(() => undefined),
  nullPeriods: withPeriods(() => null),
  fewerPeriods: withPeriods((periods) => periods.slice(0, -1)),
  duplicatePeriod: withPeriods((periods) => [...periods, ...periods.slice(0, 1)]),
  nullCategories: withPeriods((periods) => periods.map((period) => ({ ...period, categories: null }))),
  extraFields: (response, data, faults) => {
    const extra = { catatan: 'baru', nested: { versi: 2, daftar: [null, 1] } };
    sendData(
      response,
      data.map((student) => ({ ...student, ...extra })),
      faults,
    );
  },
  unswappedNames: (response, data, faults) => sendData(response, data.map(unswapped), faults),
  wrongStudent: (response, data, faults) => {
    sendData(
      response,
      data.map((student) => ({ ...student, idperson: student.idperson + 1 })),
      faults,
    );
  },
};

/** The same answer from a service that has put its names right, and nothing else. */
function unswapped(student: WireStudent): WireStudent {
  const swap = <T extends WireSummary>(summary: T): T => {
    return { ...summary, total_billed: summary.total_paid, total_paid: summary.total_billed };
  };
  const periods = student.periods?.map((period) => ({
    ...period,
    summary: swap(period.summary),
    categories: period.categories?.map((category) => ({
      ...category,
      summary: swap(category.summary),
      items: category.items.map((item) => ({
        ...item,
        amount_billed: item.amount_paid,
        amount_paid: item.amount_billed,
      })),
    })),
  }));
  return { ...student, periods };
}

export function misbehave(
  trouble: Trouble,
  response: ServerResponse,
  data: WireStudent[],
  faults: Faults,
): void {
  ACTS[trouble](response, data, faults);
}

export function sendData(response: ServerResponse, data: object[], faults: Faults): void {
  if (faults.gzip) sendGzip(response, { data });
  else sendJson(response, 200, { data });
}
