// Shows the notices that come while no page of the desk is open. It keeps nothing, fetches nothing,
// and opens no page but the desk's own.

/** What of a service worker's scope is used here: the page's own types know nothing of it. */
interface Worker {
  readonly location: { readonly origin: string };
  readonly registration: {
    showNotification(title: string, options: object): Promise<void>;
  };
  readonly clients: { openWindow(url: string): Promise<unknown> };
  addEventListener(kind: "push", hear: (event: Pushed) => void): void;
  addEventListener(kind: "notificationclick", hear: (event: Clicked) => void): void;
}

interface Pushed {
  readonly data: { json(): unknown } | null;
  waitUntil(work: Promise<unknown>): void;
}

interface Clicked {
  readonly notification: { readonly data: unknown; close(): void };
  waitUntil(work: Promise<unknown>): void;
}

interface Said {
  readonly title?: string;
  readonly body?: string;
  readonly tag?: string;
  readonly lang?: string;
  readonly link?: string | null;
}

const worker = globalThis as unknown as Worker;

worker.addEventListener("push", (event) => {
  const { title = "Breakwater", body = "", tag = "", lang = "", link } = saidIn(event);
  const options = { body, tag, lang, data: link ?? null };
  event.waitUntil(worker.registration.showNotification(title, options));
});

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(worker.clients.openWindow(ownPage(event.notification.data)));
});

function saidIn({ data }: Pushed): Said {
  try {
    return (data?.json() ?? {}) as Said;
  } catch {
    return {}; // A push without words still says that there is something.
  }
}

function ownPage(link: unknown): string {
  const { origin } = worker.location;
  if (typeof link !== "string" || !URL.canParse(link, origin)) return origin;
  const url = new URL(link, origin);
  return url.origin === origin ? url.href : origin;
}
