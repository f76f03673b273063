/** What this worker is told by the small script that loads it: which page it keeps, and its version. */
export type ShellWorker = {
  shellPath: string;
  shellVersion: string;
  clients: { claim: () => Promise<void> };
  skipWaiting: () => Promise<void>;
  addEventListener: <E extends Event>(name: string, act: (event: E) => void) => void;
};
type Waiting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Asked = Waiting & { request: Request; respondWith: (answer: Promise<Response>) => void };

const worker = globalThis as unknown as ShellWorker;
const shell = worker.shellPath;
const prefix = `${shell.slice(1)}-shell-`;
const cacheName = prefix + worker.shellVersion;
const manifest = `${shell}/manifest.webmanifest`;

const isPage = (path: string) => path === shell || (path.startsWith(`${shell}/`) && /^[0-9a-f-]{36}$/.test(path.slice(shell.length + 1)));
const isOwnFile = (path: string) => path === manifest || path === '/mark.svg' || path.startsWith('/assets/');

/** 装上: the page as a stranger would get it, so that nothing personal lies in it, with everything that it names. All or nothing. */
async function install(): Promise<void> {
  const page = await fetch(shell, { credentials: 'omit', cache: 'no-store' });
  if (!page.ok) throw new Error(`the page answered ${page.status}`);
  const html = await page.clone().text();
  const files = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map((match) => match[1]!).filter(isOwnFile);
  const cache = await caches.open(cacheName);
  await cache.addAll([...new Set(files)]);
  await cache.put(shell, page);
}

async function forgetOlder(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function fromShell(key: Request | string, asked: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(key, { ignoreVary: true })) ?? fetch(asked);
}

worker.addEventListener<Waiting>('install', (event) => event.waitUntil(install()));
worker.addEventListener<Waiting>('activate', (event) => event.waitUntil(forgetOlder()));
worker.addEventListener<Event & { data: unknown }>('message', ({ data }) => {
  if (data === 'take-over') void worker.skipWaiting();
});

/** Pages of the app come from the phone, its files too; everything else is for the network. */
worker.addEventListener<Asked>('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && isPage(pathname)) event.respondWith(fromShell(shell, request));
  else if (isOwnFile(pathname)) event.respondWith(fromShell(request, request));
});
