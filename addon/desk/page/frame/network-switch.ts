/** Cuts a frame's own requests off, as if its network were gone: fetch, XMLHttpRequest and WebSocket. */

/** Replaces the frame's network functions; the returned switch opens and cuts them. */
export function installNetworkSwitch(): (on: boolean) => void {
  let on = true;
  const sockets = new Set<CuttableSocket>();
  const realFetch = window.fetch.bind(window);
  const realSend = XMLHttpRequest.prototype.send;
  const RealSocket = window.WebSocket;

  window.fetch = (input, init) => (on ? realFetch(input, init) : Promise.reject(new TypeError('Failed to fetch')));
  XMLHttpRequest.prototype.send = function send(body) {
    if (on) realSend.call(this, body);
    else queueMicrotask(() => this.dispatchEvent(new ProgressEvent('error')));
  };
  class CuttableSocket extends RealSocket {
    #cut = false;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      sockets.add(this);
      this.addEventListener('close', this.#closed, { capture: true });
      if (!on) queueMicrotask(() => this.cut());
    }

    /** What a lost connection looks like: an error, and a close that is not clean. */
    cut(): void {
      if (this.readyState === RealSocket.CLOSED || this.#cut) return;
      this.dispatchEvent(new Event('error'));
      this.dispatchEvent(new CloseEvent('close', { code: 1006, wasClean: false }));
      this.#cut = true;
      this.close();
    }

    /** The browser's own, clean close comes after the one that was shown already. */
    #closed = (event: CloseEvent): void => {
      if (this.#cut) event.stopImmediatePropagation();
      else sockets.delete(this);
    };
  }
  window.WebSocket = CuttableSocket;
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => on });

  return (wanted) => {
    if (wanted === on) return;
    on = wanted;
    if (!on) for (const socket of [...sockets]) socket.cut();
    window.dispatchEvent(new Event(on ? 'online' : 'offline'));
  };
}
