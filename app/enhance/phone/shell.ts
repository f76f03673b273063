type Offer = Event & { prompt: () => Promise<unknown> };

let registered: ServiceWorkerRegistration | undefined;
let offer: Offer | undefined;

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offer = event as Offer;
});

/** 添加到手机桌面: where the browser offers that; undefined elsewhere. */
export const installOffer = () => offer;

/** Whether a newer version waits for the phone to be locked. */
export const hasNewShell = () => Boolean(registered?.waiting);

/** 离线外壳: asks the browser to keep the page of one app for the way. */
export async function keepShell(path: string): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  registered = await navigator.serviceWorker.register(`${path}/sw.js`, { scope: path, updateViaCache: 'none' }).catch(() => undefined);
}

/**
 * 换新版本: a new version waits until the phone is locked, when nothing is open that could be torn apart; what is saved lies in the database, which every
 * version reads.
 */
export function takeNewShell(): void {
  const waiting = registered?.waiting;
  if (!waiting) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('take-over', []);
}
