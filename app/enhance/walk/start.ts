import { callout, h } from '#app/enhance/phone/draw.ts';
import { doorLocked, heading } from '#app/enhance/phone/locked-door.ts';
import { canWork, isOnlyWindow } from '#app/enhance/phone/one-window.ts';
import { clearShelf, isFull, nameShelf, readLock } from '#app/enhance/phone/shelf.ts';
import { hasNewShell, keepShell, takeNewShell } from '#app/enhance/phone/shell.ts';
import { unsentMark } from '#app/enhance/phone/unsent-mark.ts';
import type { App, Screen } from './app.ts';
import { openNotebook } from './notebook.ts';
import { hasPinyin, stopReading, switchPinyin } from './say.ts';
import { screenLook } from './screen-look.ts';
import { screenPhoto } from './screen-photo.ts';
import { screenLeaving, screenSend } from './screen-send.ts';
import { screenList, screenTake } from './screen-take.ts';
import { screenWalk } from './screen-walk.ts';
import { send, takeAlong } from './send.ts';
import { locale, speak, words } from './words.ts';
import { beijingTime } from '#app/platform/dates.ts';

nameShelf('tongyou-walk');
const { mark, marked } = unsentMark('walk-unsent');
const main = document.querySelector<HTMLElement>('#main')!;
const bar = document.querySelector<HTMLElement>('#bar')!;
const minute = 60_000;
const screens: Record<string, Screen> = { look: screenLook, photo: screenPhoto, send: screenSend };

let app: App | undefined;
let lockMinutes = 15;
let hasOther = false;
let news = '';
let usedAt = Date.now();
let drawings = 0;

/** 画出这一屏: what the address says, as far as the phone is open. */
async function draw(isNew = true): Promise<void> {
  const mine = (drawings += 1);
  stopReading();
  if (app) app.held = null;
  const screen = await screenNow();
  if (mine !== drawings) return; // something newer is to be seen
  main.replaceChildren(...screen, foot());
  drawBar();
  document.title = words.title; // it stays in the history of the browser, so it names no place
  if (!isNew) return;
  scrollTo(0, 0);
  main.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

async function screenNow(): Promise<HTMLElement[]> {
  if (!canWork()) return [heading(words.title), h('p', {}, isSecureContext ? words.needs.old : words.needs.secure)];
  if (hasOther) return [heading(words.title), h('p', {}, words.needs.other)];
  if (location.hash === '#leaving') return screenLeaving(marked());
  if (!app) return lockedOrNew();
  const another = newCode(app);
  if (another) return screenList(app, said(), another);
  const kept = app.book.walks.get(/^\/walk\/([0-9a-f-]{36})$/.exec(location.pathname)?.[1] ?? '') ?? (app.book.walks.size === 1 && location.hash !== '#list' ? [...app.book.walks.values()][0] : undefined);
  if (!kept) return screenList(app, said());
  const [part = '', of = ''] = location.hash.replace(/^#/, '').split('/').map(decodeURIComponent);
  return (screens[part] ?? screenWalk)(app, kept, of);
}

async function lockedOrNew(): Promise<HTMLElement[]> {
  const lock = await readLock();
  if (lock) return doorLocked({ ...words.lock, notSaved: words.notSaved }, () => void (mark(0), draw()), opened);
  const told = said();
  return [...(told ? [callout('info', h('p', { role: 'status' }, told))] : []), ...screenTake(codeHere(), async (key, walkId) => {
    history.replaceState(null, '', `/walk/${walkId}`);
    await opened(key);
  })];
}

/** 走查码 of a link or a square that was scanned; no server ever sees it there. */
const codeHere = () => /^#([0-9A-Za-z-]{8,20})$/.exec(location.hash)?.[1] ?? '';

/** The code of a walk that is not on this phone yet. */
function newCode({ book }: App): string {
  const bare = (code: string) => code.replaceAll('-', '').toUpperCase();
  return [...book.walks.values()].some(({ code }) => bare(code) === bare(codeHere())) ? '' : codeHere();
}

function said(): string {
  const told = news;
  news = '';
  return told;
}

/** 页头: pinyin and the lock. */
function drawBar(): void {
  bar.replaceChildren(...[
    locale === 'zh-CN' && h('button', { type: 'button', class: 'listen', onclick: () => void (switchPinyin(), draw(false)) }, words.pinyin[hasPinyin() ? 'on' : 'off']),
    app && h('button', { type: 'button', class: 'listen', onclick: () => void app?.lock() }, words.lock.lockNow),
  ].filter((one) => one instanceof HTMLElement));
}

/** 页脚: whether there is a network, what has not been sent, the other language. */
function foot(): HTMLElement {
  const unsent = app?.book.unsent() ?? marked();
  return h('div', { class: 'walkfoot' },
    h('p', { class: `status ${navigator.onLine ? 'done' : 'now'}`, role: 'status' }, `${navigator.onLine ? words.online : words.offline}${app || unsent ? ` · ${unsent > 0 ? words.unsent(unsent) : words.allSent}` : ''}`),
    hasNewShell() && h('p', {}, words.newVersion),
    h('button', { type: 'button', class: 'btn plain small', lang: locale === 'en' ? 'zh-CN' : 'en', onclick: () => void (speak(locale === 'en' ? 'zh-CN' : 'en'), draw(false)) }, words.language));
}

const drawFoot = () => main.querySelector('.walkfoot')?.replaceWith(foot());

async function opened(key: CryptoKey): Promise<void> {
  const lock = (await readLock())!;
  lockMinutes = lock.lockMinutes;
  const book = await openNotebook(key, lock.deviceId);
  usedAt = Date.now();
  app = {
    book, held: null, syncing: { share: 1, said: '', walkId: '' }, sync,
    go(path) {
      history.pushState(null, '', path);
      void draw();
    },
    redraw: () => void draw(false),
    async lock() {
      app = undefined;
      await draw();
      takeNewShell();
    },
    async take(code) {
      try {
        const taken = await takeAlong(lock.deviceId, code);
        if (taken.kind === 'ok') await book.keep(taken.value, code);
        else return taken.kind === 'refused' ? taken.sentence : words.take.away;
        app?.go(`/walk/${taken.value.walk.id}`);
        return '';
      } catch (error) {
        return isFull(error) ? words.full : words.notSaved;
      }
    },
  };
  mark(book.unsent());
  book.watch(() => {
    mark(book.unsent());
    drawFoot();
  });
  await draw();
  await sync();
}

let turn: Promise<void> = Promise.resolve();

/** 送出: one talk at a time, each with what there is when its turn comes. */
function sync(walkId?: string): Promise<void> {
  const mine = app;
  if (!mine || (!walkId && !navigator.onLine)) return turn;
  turn = turn.then(() => talk(mine, walkId ? [walkId] : toSend(mine))).catch(() => show(mine, walkId ?? '', 1, words.notSaved));
  return turn;
}

const toSend = ({ book }: App) => [...book.walks.values()].filter(({ pack, isEnded }) => isEnded || book.unsent(pack.walk.id) > 0).map(({ pack }) => pack.walk.id);

async function talk(mine: App, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    if (app !== mine || !mine.book.walks.has(id)) return;
    show(mine, id, 0, words.send.going);
    const sent = await send(mine.book, id, (share) => show(mine, id, Math.min(share, 0.99), words.send.going), mine.held);
    if (app !== mine) return;
    mine.syncing = { share: 1, walkId: id, said: sent.kind === 'refused' ? sent.sentence : sent.kind === 'away' ? words.send.away : words.send.done(beijingTime(new Date()).slice(11)) };
    if (sent.kind === 'cleared') await cleared(mine);
    else if (location.hash === '#send') await draw(false);
    if (sent.kind === 'away') return;
  }
}

/** 送完并清除: with the last walk everything goes, the key too. */
async function cleared(mine: App): Promise<void> {
  news = words.list.cleared;
  if (mine.book.walks.size === 0) {
    app = undefined;
    await clearShelf();
    mark(0);
  }
  history.replaceState(null, '', '/walk');
  await draw();
}

function show(mine: App, walkId: string, share: number, text: string): void {
  mine.syncing = { share, said: text, walkId };
  const progress = main.querySelector<HTMLProgressElement>('[data-sync]');
  if (progress) Object.assign(progress, { hidden: share >= 1, value: share });
  const line = main.querySelector('[data-sync-said]');
  if (line && line.textContent !== text) line.textContent = text;
}

function listen(): void {
  document.addEventListener('click', (event) => {
    const to = (event.target as Element).closest?.('a');
    if (!to || event.defaultPrevented || event.ctrlKey || event.metaKey || to.origin !== location.origin || !/^\/walk(\/[0-9a-f-]{36})?$/.test(to.pathname)) return;
    event.preventDefault();
    history.pushState(null, '', to.href);
    void draw();
  });
  addEventListener('popstate', () => void draw());
  for (const name of ['pointerdown', 'keydown'] as const) addEventListener(name, () => (usedAt = Date.now()), { capture: true, passive: true });
  addEventListener('online', () => (drawFoot(), void sync()));
  addEventListener('offline', drawFoot);
  document.addEventListener('visibilitychange', lockIfOld);
  setInterval(() => void sync(), minute);
  setInterval(lockIfOld, 5000);
}

/** 自动锁定: also while the phone lay in a pocket. */
function lockIfOld(): void {
  if (app && Date.now() - usedAt > lockMinutes * minute) void app.lock();
}

if (canWork()) hasOther = !(await isOnlyWindow('tongyou-walk'));
listen();
await draw(false);
await keepShell('/walk');
if (!app) takeNewShell();
