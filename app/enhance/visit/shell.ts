let registered: ServiceWorkerRegistration | undefined;

/** 离线外壳: asks the browser to keep this page for the way. Offered for the home screen where the browser does that. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  registered = await navigator.serviceWorker.register('/visit/sw.js', { scope: '/visit', updateViaCache: 'none' }).catch(() => undefined);
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
