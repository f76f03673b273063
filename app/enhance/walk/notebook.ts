import type { Answer, PointId } from '#app/domain/service/walks/model.ts';
import type { WalkAlong, WalkEntry } from '#app/domain/service/walks/package.ts';
import { fingerprint, open, openBytes, seal, sealBytes } from '#app/enhance/phone/safe.ts';
import { type Put, putDown, readAll, readBytes, readCount } from '#app/enhance/phone/shelf.ts';
import type { Layer } from '#app/platform/ctx.ts';
import { deedsOf, type Sent, takenBack, type Written } from './pile.ts';

/** 带在手机上的走查: what the server gave, where the group stands, what has arrived of what was done. */
export type Kept = {
  pack: WalkAlong; code: string; spot: string | null; layer: Layer | null; sent: Sent[]; rejected: { seq: number; problem: string }[]; syncedAt: string | null; isEnded: boolean; isLate: boolean; skewMs: number;
};

/** 照片 on the phone: its bytes lie here until the server has said that it keeps them. */
export type Photo = { id: string; walkId: string; seq: number; sha256: string; mediaType: string };

type Said = WalkEntry extends infer E ? (E extends WalkEntry ? Omit<E, 'seq' | 'deviceAt'> : never) : never;

/** 记事本: everything of the phone, opened with the key; what is said to be kept lies sealed on the disk. */
export type Notebook = Awaited<ReturnType<typeof openNotebook>>;

export async function openNotebook(key: CryptoKey, deviceId: string) {
  const walks = new Map<string, Kept>();
  const entries = new Map<number, Written>();
  const photos = new Map<string, Photo>();
  for (const [id, sealed] of await readAll('visits')) walks.set(id, await open<Kept>(key, `walk ${id}`, sealed));
  for (const [seq, sealed] of await readAll('entries')) entries.set(seq, await open<Written>(key, `entry ${seq}`, sealed));
  for (const [id, sealed] of await readAll('notes')) photos.set(id, await open<Photo>(key, `photo ${id}`, sealed));
  const watchers = new Set<() => void>();
  let count = await readCount();
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other: the order in which things were done is the order in which they lie on the disk. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = turn.then(act);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function lay(puts: readonly Put[], then: () => void): Promise<void> {
    await putDown(puts);
    then();
    for (const watcher of watchers) watcher();
  }

  const walkPut = async (kept: Kept): Promise<Put> => ({ on: 'visits', at: kept.pack.walk.id, value: await seal(key, `walk ${kept.pack.walk.id}`, kept) });
  const entryPut = async (written: Written): Promise<Put> => ({ on: 'entries', at: written.entry.seq, value: await seal(key, `entry ${written.entry.seq}`, written) });
  const entryGone = (seq: number): Put => ({ on: 'entries', at: seq, value: undefined });
  const photoGone = ({ id }: Photo): Put[] => [{ on: 'notes', at: id, value: undefined }, { on: 'bytes', at: id, value: undefined }];
  const pileOf = (walkId: string) => [...entries.values()].filter((one) => one.walkId === walkId);
  const photosOf = (walkId: string) => [...photos.values()].filter((one) => one.walkId === walkId);
  const deeds = (walkId: string) => deedsOf(walks.get(walkId)?.sent ?? [], pileOf(walkId).map(({ entry }) => entry));

  /** 记下一条 with the number that is its own for ever; a picture comes in the same step. */
  async function write(walkId: string, said: Said, bytes?: ArrayBuffer): Promise<number> {
    const seq = count + 1;
    const written: Written = { walkId, entry: { ...said, seq, deviceAt: new Date().toISOString() } as WalkEntry, isOffered: false };
    const photo: Photo | undefined = bytes && said.kind === 'photo' ? { id: crypto.randomUUID(), walkId, seq, sha256: said.sha256, mediaType: said.mediaType } : undefined;
    const puts: Put[] = [{ on: 'count', at: 'entries', value: seq }, await entryPut(written)];
    if (photo && bytes) puts.push({ on: 'notes', at: photo.id, value: await seal(key, `photo ${photo.id}`, photo) }, { on: 'bytes', at: photo.id, value: await sealBytes(key, `bytes ${photo.id}`, bytes) });
    await lay(puts, () => {
      count = seq;
      entries.set(seq, written);
      if (photo) photos.set(photo.id, photo);
    });
    return seq;
  }

  return {
    deviceId, walks, deeds, pileOf, photosOf,
    watch: (watcher: () => void) => void watchers.add(watcher),
    photoAt: (walkId: string, seq: number) => photosOf(walkId).find((photo) => photo.seq === seq),
    entryAt: (seq: number) => entries.get(seq),

    /** 未送达: entries and pictures that exist on this phone only. */
    unsent: (walkId?: string) => [...entries.values(), ...photos.values()].filter((one) => !walkId || one.walkId === walkId).length,

    bytesOf: async (id: string): Promise<ArrayBuffer | undefined> => {
      const sealed = await readBytes(id);
      return sealed && openBytes(key, `bytes ${id}`, sealed);
    },

    /** 带上, or bring up to date. */
    keep: (pack: WalkAlong, code: string) =>
      inTurn(async () => {
        const kept: Kept = { spot: pack.spots[0]?.id ?? null, layer: null, sent: [], rejected: [], syncedAt: null, isLate: false, skewMs: 0, ...walks.get(pack.walk.id), isEnded: false, pack, code };
        await lay([await walkPut(kept)], () => void walks.set(pack.walk.id, kept));
      }),

    amend: (walkId: string, change: Partial<Kept>) =>
      inTurn(async () => {
        const kept = { ...walks.get(walkId)!, ...change };
        await lay([await walkPut(kept)], () => void walks.set(walkId, kept));
      }),

    /** 点一下: where the group stands and which layer taps are remembered from the last time. */
    tap: (walkId: string, point: PointId, answer: Answer) =>
      inTurn(() => {
        const { spot, layer, pack } = walks.get(walkId)!;
        return write(walkId, { kind: 'observation', point, answer, spot, layer: pack.layers.length > 0 ? layer : null });
      }),

    /** 拍下一处: resolves when the picture lies sealed on the disk. */
    pin: (walkId: string, point: PointId | null, blob: Blob) =>
      inTurn(async () => {
        const bytes = await blob.arrayBuffer();
        const said = { kind: 'photo' as const, sha256: await fingerprint(bytes), mediaType: blob.type, size: bytes.byteLength, point, spot: walks.get(walkId)!.spot, note: '' };
        return write(walkId, said, bytes);
      }),

    /** 写一句 to a picture that has not left yet; false when it has. */
    describe: (seq: number, note: string) =>
      inTurn(async () => {
        const before = entries.get(seq);
        if (before?.entry.kind !== 'photo' || before.isOffered) return false;
        const written: Written = { ...before, entry: { ...before.entry, note } };
        await lay([await entryPut(written)], () => void entries.set(seq, written));
        return true;
      }),

    /** 撤回. */
    takeBack: (walkId: string, seq: number) =>
      inTurn(async () => {
        const way = takenBack(seq, pileOf(walkId));
        const photo = photosOf(walkId).find((one) => one.seq === seq);
        if (way === 'tell') await write(walkId, { kind: 'take-back', of: seq });
        const kept = { ...walks.get(walkId)!, sent: walks.get(walkId)!.sent.filter((one) => one.seq !== seq) };
        await lay([...(way === 'drop' ? [entryGone(seq)] : []), ...(photo ? photoGone(photo) : []), await walkPut(kept)], () => {
          if (way === 'drop') entries.delete(seq);
          if (photo) photos.delete(photo.id);
          walks.set(walkId, kept);
        });
      }),

    /** 就要送: from now on the server may know these. */
    offer: (seqs: readonly number[]) =>
      inTurn(async () => {
        const now = seqs.flatMap((seq) => (entries.get(seq)?.isOffered === false ? [{ ...entries.get(seq)!, isOffered: true }] : []));
        await lay(await Promise.all(now.map(entryPut)), () => now.forEach((written) => entries.set(written.entry.seq, written)));
      }),

    /** 收到回答: what the server has leaves the phone in the same step as its answer is laid down; a refused picture goes with its entry. */
    settle: (walkId: string, change: Partial<Kept>, acknowledged: readonly number[], refused: Kept['rejected']) =>
      inTurn(async () => {
        const gone = [...acknowledged, ...refused.map(({ seq }) => seq)].filter((seq) => entries.get(seq)?.walkId === walkId);
        const taken = new Set(pileOf(walkId).flatMap(({ entry }) => (entry.kind === 'take-back' ? [entry.of] : [])));
        const arrived = acknowledged.flatMap((seq): Sent[] => {
          const entry = entries.get(seq)?.entry;
          return entry && entry.kind !== 'take-back' && !taken.has(seq) ? [{ seq, kind: entry.kind, point: entry.point }] : [];
        });
        const before = walks.get(walkId)!;
        const kept: Kept = { ...before, ...change, sent: [...before.sent, ...arrived], rejected: [...before.rejected, ...refused] };
        const lost = photosOf(walkId).filter((photo) => refused.some(({ seq }) => seq === photo.seq));
        await lay([await walkPut(kept), ...gone.map(entryGone), ...lost.flatMap(photoGone)], () => {
          walks.set(walkId, kept);
          for (const seq of gone) entries.delete(seq);
          for (const { id } of lost) photos.delete(id);
        });
      }),

    /** 照片到了: with the receipt in hand the bytes leave the phone. */
    letGo: (photo: Photo) => inTurn(() => lay(photoGone(photo), () => void photos.delete(photo.id))),

    /** 从手机上取下 one walk with everything of it. */
    putAway: (walkId: string) =>
      inTurn(() => {
        const [pile, own] = [pileOf(walkId), photosOf(walkId)];
        return lay([{ on: 'visits', at: walkId, value: undefined }, ...pile.map(({ entry }) => entryGone(entry.seq)), ...own.flatMap(photoGone)], () => {
          walks.delete(walkId);
          for (const { entry } of pile) entries.delete(entry.seq);
          for (const { id } of own) photos.delete(id);
        });
      }),
  };
}
