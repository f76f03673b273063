import { type Attachment, type AttachmentReceipt, type Conflict, type Entry, type Field, isContested, type Kind, mergeFields, type Path, type Rejected, signedContent, type Values, type Version, type VisitPackage, valueOf, valuesOf, wordsOn } from '#app/domain/pilot/visits/package.ts';
import { open, openBytes, seal, sealBytes } from '#app/enhance/phone/safe.ts';
import { type Put, putDown, readAll, readBytes, readCount } from '#app/enhance/phone/shelf.ts';

/** 带在手机上的到访: the package as last seen, and what the last talk with the server left open. */
export type Kept = { pack: VisitPackage; takenAt: string; syncedAt: string; conflicts: Conflict[]; rejected: (Rejected & { value: unknown })[]; notice: string; skewMs: number };

/** 附件 on the phone: its bytes lie here until the server has said that it keeps them. */
export type Note = { id: string; visitId: string; attachment: Attachment; receipt: AttachmentReceipt | null };

type Written = { visitId: string; entry: Entry };

/** With a word: the file that comes with it, the file that goes with it, and which revision the screen showed when it was written. */
export type More = { note?: Note; bytes?: ArrayBuffer; drop?: string; seen?: number };

/** 记事本: everything of the phone, opened with the key; what is said to be saved lies sealed on the disk. */
export type Notebook = Awaited<ReturnType<typeof openNotebook>>;

export async function openNotebook(key: CryptoKey, deviceId: string) {
  const visits = new Map<string, Kept>();
  const entries = new Map<number, Written>();
  const notes = new Map<string, Note>();
  const watchers = new Set<() => void>();
  for (const [id, sealed] of await readAll('visits')) visits.set(id, await open<Kept>(key, `visit ${id}`, sealed));
  for (const [seq, sealed] of await readAll('entries')) entries.set(seq, await open<Written>(key, `entry ${seq}`, sealed));
  for (const [id, sealed] of await readAll('notes')) notes.set(id, await open<Note>(key, `note ${id}`, sealed));
  let count = await readCount();
  let turn: Promise<unknown> = Promise.resolve();
  const views = new Map<string, Field[]>();

  /** One after the other: the order in which things were said is the order in which they lie on the disk. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = turn.then(act);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function lay(puts: readonly Put[], then: () => void): Promise<void> {
    await putDown(puts);
    then();
    views.clear();
    for (const watcher of watchers) watcher();
  }

  const visitPut = async (kept: Kept): Promise<Put> => ({ on: 'visits', at: kept.pack.visit.id, value: await seal(key, `visit ${kept.pack.visit.id}`, kept) });
  const notePut = async (note: Note): Promise<Put> => ({ on: 'notes', at: note.id, value: await seal(key, `note ${note.id}`, note) });

  /** What everybody said so far, with what this phone has not sent yet. */
  function fieldsOf(visitId: string): Field[] {
    const known = views.get(visitId);
    if (known) return known;
    const arrivals = waiting(visitId).map((entry) => ({ ...entry, deviceId, byName: '', serverAt: entry.deviceAt }));
    const fields = mergeFields(visits.get(visitId)?.pack.fields ?? [], arrivals);
    views.set(visitId, fields);
    return fields;
  }

  const waiting = (visitId: string): Entry[] => [...entries.values()].filter((one) => one.visitId === visitId).map(({ entry }) => entry);
  const revisionOf = (visitId: string, path: string) => visits.get(visitId)?.pack.fields.find((field) => field.path === path)?.revision ?? 0;

  /**
   * 记下一项. Resolves when it lies on the disk. An earlier word of this phone on the same path that has not left yet gives way. A file comes, or one
   * that has not been sent goes, in the same step.
   */
  function write<K extends Kind>(visitId: string, kind: K, id: string, value: Values[K] | null, more: More = {}): Promise<void> {
    return inTurn(async () => {
      const path: Path = `${kind}:${id}`;
      const seq = count + 1;
      const entry: Entry = { path, value, baseRevision: more.seen ?? revisionOf(visitId, path), deviceAt: new Date().toISOString(), seq };
      const written: Written = { visitId, entry };
      const before = [...entries].filter(([, one]) => one.visitId === visitId && one.entry.path === path).map(([at]) => at);
      const puts: Put[] = [
        { on: 'count', at: 'entries', value: seq },
        { on: 'entries', at: seq, value: await seal(key, `entry ${seq}`, written) },
        ...before.map((at): Put => ({ on: 'entries', at, value: undefined })),
      ];
      const { note, bytes, drop } = more;
      if (note && bytes) puts.push(await notePut(note), { on: 'bytes', at: note.id, value: await sealBytes(key, `bytes ${note.id}`, bytes) });
      if (drop) puts.push({ on: 'notes', at: drop, value: undefined }, { on: 'bytes', at: drop, value: undefined });
      await lay(puts, () => {
        count = seq;
        for (const at of before) entries.delete(at);
        entries.set(seq, written);
        if (note) notes.set(note.id, note);
        if (drop) notes.delete(drop);
      });
    });
  }

  return {
    deviceId, visits, notes, fieldsOf, waiting, write, revision: revisionOf,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    value: <K extends Kind>(visitId: string, kind: K, id: string) => (valueOf(fieldsOf(visitId), `${kind}:${id}`) ?? undefined) as Values[K] | undefined,
    values: <K extends Kind>(visitId: string, kind: K) => valuesOf(fieldsOf(visitId), kind),
    contested: (visitId: string) => fieldsOf(visitId).filter(isContested),
    words: (visitId: string, path: string): Version[] => wordsOn(fieldsOf(visitId).find((field) => field.path === path) ?? { path, revision: 0, versions: [] }),
    content: (visitId: string) => signedContent(visitId, fieldsOf(visitId)),
    notesOf: (visitId: string) => [...notes.values()].filter((note) => note.visitId === visitId),

    /** 未送达: entries and attachments of one visit, or of all, that exist on this phone only. */
    unsent: (visitId?: string) =>
      [...entries.values()].filter((one) => !visitId || one.visitId === visitId).length
      + [...notes.values()].filter((note) => !note.receipt && (!visitId || note.visitId === visitId)).length,

    bytesOf: async (id: string): Promise<ArrayBuffer | undefined> => {
      const sealed = await readBytes(id);
      return sealed && openBytes(key, `bytes ${id}`, sealed);
    },

    /** 带上 or bring up to date: the package as the server gave it. */
    keep: (pack: VisitPackage) =>
      inTurn(async () => {
        const before = visits.get(pack.visit.id);
        const kept: Kept = {
          takenAt: pack.serverAt, conflicts: [], rejected: [], notice: '', skewMs: 0, ...before, pack: { ...pack, fields: newer(before?.pack, pack) }, syncedAt: pack.serverAt,
        };
        await lay([await visitPut(kept)], () => void visits.set(pack.visit.id, kept));
      }),

    /** 收到回答: what the server took leaves the pile, in the same step as its answer is laid down. */
    settle: (visitId: string, amend: (kept: Kept) => Kept, acknowledged: readonly number[]) =>
      inTurn(async () => {
        const before = visits.get(visitId);
        if (!before) return;
        const kept = amend(before);
        const gone = acknowledged.filter((seq) => entries.get(seq)?.visitId === visitId);
        await lay([await visitPut(kept), ...gone.map((at): Put => ({ on: 'entries', at, value: undefined }))], () => {
          visits.set(visitId, kept);
          for (const seq of gone) entries.delete(seq);
        });
      }),

    /** 已收到: with the receipt in hand the bytes leave the phone. */
    received: (id: string, receipt: AttachmentReceipt) =>
      inTurn(async () => {
        const note: Note = { ...notes.get(id)!, receipt };
        await lay([await notePut(note), { on: 'bytes', at: id, value: undefined }], () => void notes.set(id, note));
      }),

    /** 从手机上取下 one visit with everything of it. */
    putAway: (visitId: string) =>
      inTurn(async () => {
        const mine = [...entries].filter(([, one]) => one.visitId === visitId).map(([at]) => at);
        const own = [...notes.values()].filter((note) => note.visitId === visitId).map(({ id }) => id);
        const puts: Put[] = [{ on: 'visits', at: visitId, value: undefined }, ...mine.map((at): Put => ({ on: 'entries', at, value: undefined }))];
        for (const id of own) puts.push({ on: 'notes', at: id, value: undefined }, { on: 'bytes', at: id, value: undefined });
        await lay(puts, () => {
          visits.delete(visitId);
          for (const at of mine) entries.delete(at);
          for (const id of own) notes.delete(id);
        });
      }),
  };
}

/** An answer that was overtaken by a later one does not turn the clock back. */
function newer(before: VisitPackage | undefined, pack: VisitPackage): Field[] {
  const known = new Map((before?.fields ?? []).map((field) => [field.path, field]));
  for (const field of pack.fields) if (field.revision >= (known.get(field.path)?.revision ?? 0)) known.set(field.path, field);
  return [...known.values()];
}
