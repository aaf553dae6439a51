/** The simulator, as slow as a round wants it. */

export class Upstream {
  /** @param {string} url */
  constructor(url) {
    this.url = url;
  }

  /** @param {number} latencyMs */
  async prepare(latencyMs) {
    await this.ask('/_faults', { method: 'PUT', body: JSON.stringify({ latencyMs }) });
    await this.ask('/_stats', { method: 'DELETE' });
  }

  /** The most requests at once since it was prepared. @returns {Promise<number>} */
  async mostAtOnce() {
    return (await this.ask('/_stats')).mostAtOnce;
  }

  /** @param {string} path @param {RequestInit} [init] @returns {Promise<any>} */
  async ask(path, init) {
    const response = await fetch(this.url + path, init);
    if (!response.ok) throw new Error(`simulator: ${await response.text()}`);
    return response.json();
  }
}
