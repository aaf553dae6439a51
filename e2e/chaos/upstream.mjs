/** The simulator as the payment service of a round. */

/** @typedef {{ requests: number, lastRequestAt: string | null }} Stats */

export class Upstream {
  /** @param {string} url */
  constructor(url) {
    this.url = url;
    /** @type {object} */
    this.faults = {};
  }

  /** Half of the students have paid more since the last round, and some requests fail once. @param {number} changeSeed @param {number} latencyMs */
  async prepare(changeSeed, latencyMs) {
    this.faults = { latencyMs, changedShare: 0.5, changeSeed, error500: 0.02, firstRequests: 1 };
    await this.ask('/_faults', { method: 'PUT', body: JSON.stringify(this.faults) });
    await this.ask('/_stats', { method: 'DELETE' });
  }

  /** Answers for this student with what no database takes, until the next round. @param {string} idperson */
  async spoil(idperson) {
    const text = `{"data":[{"idperson":${idperson},"nama":"\\ud83d","periods":[]}]}`;
    const faults = { ...this.faults, bodies: { [idperson]: text } };
    await this.ask('/_faults', { method: 'PUT', body: JSON.stringify(faults) });
  }

  /** @returns {Promise<Stats>} */
  async stats() {
    const response = await this.ask('/_stats');
    return /** @type {Promise<any>} */ (response.json());
  }

  /** What it answers now for a student, with no trouble. @param {string} idperson @returns {Promise<unknown>} */
  async paymentsOf(idperson) {
    for (;;) {
      const response = await fetch(`${this.url}/payments/${idperson}`);
      const body = /** @type {any} */ (await response.json());
      if (response.ok) return body.data;
    }
  }

  /** @param {string} path @param {RequestInit} [init] */
  async ask(path, init) {
    const response = await fetch(this.url + path, init);
    if (!response.ok) throw new Error(`simulator: ${await response.text()}`);
    return response;
  }
}
