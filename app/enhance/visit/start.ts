import { type App, dropLoose, flushAll } from './app.ts';
import { h } from '#app/enhance/phone/draw.ts';
import { canWork, isOnlyWindow } from '#app/enhance/phone/one-window.ts';
import { openNotebook } from './notebook.ts';
import { keepShell, takeNewShell } from '#app/enhance/phone/shell.ts';
import { doorLocked } from '#app/enhance/phone/locked-door.ts';
import { doorRevoked, doorSetUp } from './screen-door.ts';
import { screenList, signedOut } from './screen-list.ts';
import { screenLeaving, screenPhone } from './screen-phone.ts';
import { screenVisit } from './screen-visit.ts';
import { isRevoked, letGo, type Progress, registerPhone, send, type Sent } from './send.ts';
import { clearShelf, readLock, nameShelf } from '#app/enhance/phone/shelf.ts';
import { amendLock } from '#app/enhance/phone/unlock.ts';
import { unsentMark } from '#app/enhance/phone/unsent-mark.ts';
import { locale, speak, toSecond, words } from './words.ts';

nameShelf('tongyou-visit');
const { mark: markUnsent, marked: markedUnsent } = unsentMark('visit-unsent');

const main = document.querySelector<HTMLElement>('#main')!;
const bar = document.querySelector<HTMLElement>('#bar')!;
const minute = 60_000;

let app: App | undefined;
let hasOther = false;
let isGone = false;
let news = '';
let usedAt = Date.now();
let reportAt = 0;
let drawings = 0;

/** 画出这一屏: what the address says, as far as the phone is open. */
async function draw(isNew = true): Promise<void> {
  const mine = (drawings += 1);
  const screen = await screenNow();
  if (mine !== drawings) return; // something newer is to be seen
  dropLoose();
  dispatchEvent(new Event('visit-drawn'));
  main.replaceChildren(...screen);
  drawBar();
  const heading = main.querySelector<HTMLElement>('h1');
  document.title = words.title; // it stays in the history of the browser, so it names no community
  if (!isNew) return;
  scrollTo(0, 0);
  heading?.focus({ preventScroll: true });
}

async function screenNow(): Promise<HTMLElement[]> {
  const title = h('h1', { tabindex: -1 }, words.title);
  if (!canWork()) return [title, h('p', {}, isSecureContext ? words.needs.old : words.needs.secure)];
  if (hasOther) return [title, h('p', {}, words.needs.other)];
  if (isGone) return doorRevoked(() => void ((isGone = false), draw()));
  if (location.hash === '#leaving') return screenLeaving(markedUnsent());
  if (!app) return (await readLock()) ? doorLocked({ ...words.lock, notSaved: words.notSaved }, () => void (markUnsent(0), draw()), opened) : doorSetUp(() => void draw(), opened);
  const kept = app.book.visits.get(/^\/visit\/([0-9a-f-]{36})/.exec(location.pathname)?.[1] ?? '');
  if (kept) return screenVisit(app, kept, location.hash);
  if (location.hash === '#phone') return screenPhone(app);
  const said = news;
  news = '';
  return screenList(app, said);
}

/** 状态条: whether there is a network, what has not been sent, the language, the lock. */
function drawBar(): void {
  const unsent = app?.book.unsent() ?? markedUnsent();
  bar.replaceChildren(
    h('span', { class: `status ${navigator.onLine ? 'done' : 'now'}`, role: 'status' }, `${navigator.onLine ? words.online : words.offline}${app || unsent ? ` · ${unsent > 0 ? words.unsent(unsent) : words.allSent}` : ''}`),
    h('span', { class: 'acts' },
      h('button', { type: 'button', class: 'btn ghost small', lang: locale === 'en' ? 'zh-CN' : 'en', onclick: () => void (speak(locale === 'en' ? 'zh-CN' : 'en'), draw()) }, words.language),
      app && h('button', { type: 'button', class: 'btn ghost small', onclick: () => void app?.lock() }, words.lock.lockNow)));
}

async function opened(key: CryptoKey): Promise<void> {
  const lock = (await readLock())!;
  const book = await openNotebook(key, lock.deviceId);
  usedAt = Date.now();
  app = {
    book, lockMinutes: lock.lockMinutes, syncing: { share: 1, said: '', visitId: '' },
    go(path) {
      history.pushState(null, '', path);
      void draw();
    },
    redraw: () => void draw(false),
    async lock() {
      await flushAll();
      app = undefined;
      await draw();
      takeNewShell();
    },
    sync,
    putAway: (visitId) => talkInTurn([visitId], (id) => letGo(book, id)),
    async setLockMinutes(minutes) {
      await amendLock({ lockMinutes: minutes });
      if (app) app.lockMinutes = minutes;
    },
  };
  markUnsent(book.unsent());
  book.watch(() => {
    markUnsent(book.unsent());
    drawBar();
  });
  await draw();
  await contact();
}

/** 报到, then whatever waits is sent: on opening, when the network comes back, and every minute while something is left; with nothing to send it reports less often. */
async function contact(): Promise<void> {
  const lock = canWork() && !hasOther ? await readLock() : undefined;
  if (!lock || !navigator.onLine) return;
  if (Date.now() > reportAt) {
    reportAt = Date.now() + 10 * minute;
    if (await isRevoked(lock.deviceId)) return wipe();
  }
  if (app && !lock.isRegistered) await registerPhone(lock.deviceId, words.setUp.defaultName); // setting up was broken off in between
  if (app && app.book.unsent() > 0) await sync();
}

/** 清空: the phone was revoked. The answer to its report lets the browser clear the files themselves; a sync that says so asks for that answer first. */
async function wipe(): Promise<void> {
  const lock = app && (await readLock());
  app = undefined;
  isGone = true;
  if (lock) await isRevoked(lock.deviceId);
  await clearShelf();
  markUnsent(0);
  await draw();
}

let turn: Promise<void> | undefined;

/** One talk at a time; who asks meanwhile waits for the one that goes. */
function talkInTurn(ids: readonly string[], talk: (visitId: string, moved: Progress) => Promise<Sent>): Promise<void> {
  turn ??= talkNow(ids, talk).finally(() => (turn = undefined));
  return turn;
}

async function sync(visitId?: string): Promise<void> {
  if (!app) return;
  const { book } = app;
  await flushAll();
  await talkInTurn(visitId ? [visitId] : [...book.visits.keys()].filter((each) => book.unsent(each) > 0), (id, moved) => send(book, id, moved));
}

async function talkNow(ids: readonly string[], talk: (visitId: string, moved: Progress) => Promise<Sent>): Promise<void> {
  const mine = app;
  if (!mine) return;
  for (const id of ids) {
    const name = mine.book.visits.get(id)?.pack.community.name ?? '';
    const files = mine.book.notesOf(id).length;
    show(mine, id, 0, words.send.going);
    const sent = await talk(id, (share) => show(mine, id, Math.min(share, 0.99), words.send.going));
    if (app !== mine) return;
    if (sent.kind === 'wipe') return wipe();
    if (sent.kind === 'cleared') news = words.list.cleared(name, files);
    const said = { sent: words.send.done(toSecond(new Date())), cleared: '', away: words.send.away, 'signed-out': words.signedOut, refused: sent.kind === 'refused' ? sent.sentence : '' }[sent.kind];
    mine.syncing = { share: 1, said, visitId: id };
    if (sent.kind === 'cleared' && location.pathname.includes(id)) mine.go('/visit');
    else if (!isWriting()) await draw(false);
    else show(mine, id, 1, said);
    if (sent.kind === 'signed-out') main.prepend(signedOut(location.pathname + location.hash));
    if (sent.kind === 'away' || sent.kind === 'signed-out') return;
  }
}

/** Somebody in the middle of a word keeps the screen as it is. */
const isWriting = () => document.activeElement?.matches('textarea, input:not([type=radio], [type=checkbox]), canvas, audio') ?? false;

function show(mine: App, visitId: string, share: number, said: string): void {
  mine.syncing = { share, said, visitId };
  const progress = main.querySelector<HTMLProgressElement>('[data-sync]');
  if (progress) {
    progress.hidden = share >= 1;
    progress.value = share;
  }
  const line = main.querySelector('[data-sync-said]');
  if (line && line.textContent !== said) line.textContent = said;
}

function listen(): void {
  document.addEventListener('click', (event) => {
    const to = (event.target as Element).closest?.('a');
    if (!to || event.defaultPrevented || event.ctrlKey || event.metaKey || to.origin !== location.origin || !/^\/visit(\/[0-9a-f-]{36})?$/.test(to.pathname)) return;
    event.preventDefault();
    history.pushState(null, '', to.href);
    void draw();
  });
  addEventListener('popstate', () => void draw());
  for (const name of ['pointerdown', 'keydown'] as const) addEventListener(name, () => (usedAt = Date.now()), { capture: true, passive: true });
  addEventListener('online', () => {
    reportAt = 0;
    drawBar();
    void contact();
  });
  addEventListener('offline', drawBar);
  addEventListener('pagehide', () => void flushAll());
  document.addEventListener('visibilitychange', () => (document.hidden ? void flushAll() : lockIfOld()));
  setInterval(() => void (lockIfOld(), contact()), minute);
  setInterval(lockIfOld, 5000);
}

/** 自动锁定: after the minutes that were chosen, also while the phone lay in a pocket. */
function lockIfOld(): void {
  if (app && Date.now() - usedAt > app.lockMinutes * minute && !document.querySelector('[data-recording]')) void app.lock();
}

/** One window at a time writes on the phone. */
async function begin(): Promise<void> {
  if (canWork()) hasOther = !(await isOnlyWindow('tongyou-visit'));
  listen();
  await draw(false);
  await contact();
}

await begin();
await keepShell('/visit');
if (!app) takeNewShell();
