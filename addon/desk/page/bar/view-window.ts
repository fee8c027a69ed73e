/**
 * The commune's view beside the desk: a window of its own on the right half of the screen. A frame would not do: the view
 * forbids being framed, as every page with a session should.
 */

const WATCH = 500;

export interface ViewWindow {
  toggle(): void;
}

/** `onChange` also hears when the person closes the window. */
export function createViewWindow(url: string, onChange: (open: boolean) => void): ViewWindow {
  let view: Window | null = null;
  let watch = 0;

  function closed(): void {
    clearInterval(watch);
    view = null;
    onChange(false);
  }

  return {
    toggle() {
      if (view !== null) {
        view.close();
        return closed();
      }
      const width = Math.round(screen.availWidth / 2);
      const place = `left=${screen.availWidth - width},top=0,width=${width},height=${screen.availHeight}`;
      view = window.open(url, 'commune-view', `popup,${place}`);
      if (view === null) return;
      onChange(true);
      watch = window.setInterval(() => {
        if (view?.closed === true) closed();
      }, WATCH);
    },
  };
}
