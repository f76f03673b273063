import type { Level } from '#app/domain/base/rule-results/model.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { VisitNotice, VisitState } from './model.ts';

/** 现场地点, as the phone says it: degrees, and how far it may be off in metres. */
export type Place = { latitude: number; longitude: number; accuracy: number | null };

/** 现场记录的一项: what the value under each kind of path is; null takes it back. */
export type Values = {
  /** `began:visit` 到场: the visit has begun; from here on an unannounced visit is no secret any more. */
  began: { at: string; place: Place | null };
  level: Level;
  note: string;
  observation: { ruleId: string | null; text: string; at: string; place: Place | null; attachments: string[] };
  photo: { sha256: string; ruleId: string | null; caption: string; at: string; place: Place | null };
  voice: { sha256: string; ruleId: string | null; caption: string; seconds: number; at: string; place: Place | null };
  agenda: { isDone: boolean; note: string };
  /** `overall:visit` 总体意见. */
  overall: string;
  /** `signature:expert`, `signature:second-expert`, `signature:community` 签字: whoever will not sign says why and leaves no picture. */
  signature: { name: string; role: string; at: string; contentHash: string; sha256: string | null; refusal: string };
};
export type Kind = keyof Values;

/** 路径: a kind and the id of what it is about; ids of observations, photos and voice notes are made on the phone. */
export type Path = `${Kind}:${string}`;

const kinds: readonly string[] = ['began', 'level', 'note', 'observation', 'photo', 'voice', 'agenda', 'overall', 'signature'] satisfies Kind[];

/** Takes a path apart; undefined for what is none. */
export function partsOf(path: string): { kind: Kind; id: string } | undefined {
  const [, kind, id] = /^([a-z]+):([A-Za-z0-9][A-Za-z0-9.-]{0,63})$/.exec(path) ?? [];
  return kind && id && kinds.includes(kind) ? { kind: kind as Kind, id } : undefined;
}

/** 一次改动 on a phone: made at the revision it had seen (0: none), counted by the phone from 1 up; the count names it for ever. */
export type Entry = { path: string; value: unknown; baseRevision: number; deviceAt: string; seq: number };

/** 一个版本: the last word of one device on one path, with the revision at which the server took it in. */
export type Version = Entry & { deviceId: string; byName: string; revision: number; serverAt: string };

/** 服务器上的一项: every device's last word that nobody has replaced; they differ in a conflict. */
export type Field = { path: string; revision: number; versions: Version[] };

/** An entry as it comes to the server: who brings it, and when. */
export type Arrival = Entry & { deviceId: string; byName: string; serverAt: string };

/**
 * 逐项合并: one word for each device stays. An entry takes the place of what its writer had seen: every version up to its base revision, and its own
 * earlier ones. What it had not seen stays beside it. So two who write at once lose nothing, whoever comes first, and twice is once.
 */
export function mergeFields(server: readonly Field[], incoming: readonly Arrival[]): Field[] {
  const fields = new Map(server.map((field) => [field.path, field]));
  for (const entry of incoming.toSorted((a, b) => a.seq - b.seq)) {
    const before = fields.get(entry.path) ?? { path: entry.path, revision: 0, versions: [] };
    fields.set(entry.path, mergeOne(before, entry));
  }
  return [...fields.values()];
}

function mergeOne(field: Field, entry: Arrival): Field {
  if (field.versions.some((own) => own.deviceId === entry.deviceId && own.seq >= entry.seq)) return field;
  const seen = entry.baseRevision <= field.revision ? entry.baseRevision : 0; // nobody has seen what is not there yet
  const beside = field.versions.filter((other) => other.deviceId !== entry.deviceId && other.revision > seen);
  const revision = field.revision + 1;
  return { path: field.path, revision, versions: [...beside, { ...entry, revision }] };
}

/** The different words on one path; one means there is no conflict. */
export function wordsOn(field: Field): Version[] {
  return [...new Map(field.versions.toSorted((a, b) => b.revision - a.revision).map((one) => [canonicalJson(one.value), one])).values()];
}

/** 冲突: two or more different words that nobody has settled. That a visit has begun nobody disputes: the first to say so is right. */
export function isContested(field: Field): boolean {
  return !field.path.startsWith('began:') && wordsOn(field).length > 1;
}

/** The value of a field that is not contested. */
function standing({ path, versions }: Field): unknown {
  if (!path.startsWith('began:')) return versions[0]?.value;
  const said = versions.flatMap(({ value }) => (value === null ? [] : [value as Values['began']]));
  return said.toSorted((a, b) => a.at.localeCompare(b.at))[0] ?? null;
}

/** The value that counts: undefined while it is contested or was never said, null where it was taken back. */
export function valueOf(fields: readonly Field[], path: Path): unknown {
  const field = fields.find((one) => one.path === path);
  return field && !isContested(field) ? standing(field) : undefined;
}

/** All values of one kind that stand and are not contested, by the id in their path. */
export function valuesOf<K extends Kind>(fields: readonly Field[], kind: K): Record<string, Values[K]> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const parts = partsOf(field.path);
      const value = standing(field);
      return parts?.kind === kind && !isContested(field) && value !== null && value !== undefined ? [[parts.id, value as Values[K]]] : [];
    }),
  );
}

/** 待确认的冲突 as one device sees it: its own word, if it is one of them, and those of others. */
export type Conflict = { path: string; ours: Version | null; theirs: Version[] };

export function conflictsFor(fields: readonly Field[], deviceId: string): Conflict[] {
  return fields.filter(isContested).map((field) => {
    const ours = field.versions.find((one) => one.deviceId === deviceId) ?? null;
    return { path: field.path, ours, theirs: wordsOn(field).filter((one) => canonicalJson(one.value) !== canonicalJson(ours?.value ?? undefined)) };
  });
}

/** 签字内容: everything but the signatures, in one order; what both sides sign. Not to be had while something is contested. */
export function signedContent(visitId: string, fields: readonly Field[]): string | undefined {
  const counted = fields.filter(({ path }) => !path.startsWith('signature:'));
  if (counted.some(isContested)) return undefined;
  const said = counted.map((field): [string, unknown] => [field.path, standing(field)]).filter(([, value]) => value !== null && value !== undefined);
  return canonicalJson({ visitId, fields: said.toSorted(([a], [b]) => (a < b ? -1 : 1)) });
}

/** SHA-256 as 64 hexadecimal digits, in the browser as on the server. */
export async function hashOf(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** 附件说明: what the phone holds under a hash. */
export const attachmentKinds = ['photo', 'voice', 'signature'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];
export type Attachment = { sha256: string; kind: AttachmentKind; mediaType: string; size: number; at: string; place: Place | null };

/** 12 MB: a photograph of a telephone as it is, or half an hour of speech. */
export const largestAttachment = 12 * 1024 * 1024;

/** One batch at most; a phone with more sends several. */
export const mostEntries = 500;

/**
 * 同步 as it is sent: `remaining` counts the entries still on the phone after this batch, so that a half-synced visit is known as one.
 * `isLettingGo`: the phone holds nothing more of this visit and takes it off; nobody waits for it any longer.
 */
export type SyncRequest = { deviceId: string; clockAt: string; fields: Entry[]; attachments: Attachment[]; remaining: number; isLettingGo?: boolean };

/** A field the server could not take, with a sentence; the rest of the batch is in. */
export type Rejected = { seq: number; path: string; problem: string };

/**
 * 同步的回答. `acknowledged`: entries the phone need not send again. `isLate`: the visit is over; what came is kept beside the record and changes nothing, and
 * `notice` says so. `wipe`: the device was revoked and must clear itself; nothing else is meant then.
 */
export type SyncAnswer = {
  visitId: string; state: VisitState; revision: number; fields: Field[]; conflicts: Conflict[]; acknowledged: number[]; rejected: Rejected[]; wanted: string[];
  wipe: boolean; isLate: boolean; notice: string; skewMs: number; serverAt: string; lacks: Lack[];
};

/** 还差什么 before the visit may be concluded: nothing of it is a secret to the phone. */
export const lacks = ['not-begun', 'half-synced', 'attachments-missing', 'contested', 'nothing-said', 'expert-signature', 'community-signature'] as const;
export type Lack = (typeof lacks)[number];

/** One rule as the expert needs it on the way: the words, what the community says of itself, and its proofs. */
export type PackedRule = {
  id: string; kind: 'must' | 'should' | 'may'; text: string; sectionId: string; sectionName: string; normId: string; normName: string; threshold: string; proofs: string[];
  self: { level: Level; year: number } | null; reason: string; evidence: { id: string; title: string; kind: string; validTo: string | null }[]; isOnAgenda: boolean;
};

/** 离线包: all that the visit needs without a network. */
export type VisitPackage = {
  format: 1;
  visit: {
    id: string; number: string; state: VisitState; notice: VisitNotice; from: string; to: string; purpose: string;
    experts: { id: string; name: string; isMe: boolean; slot: 'expert' | 'second-expert' }[];
    agenda: { id: string; at: string; title: string; ruleIds: string[] }[];
  };
  community: { code: string; name: string; path: string; facts: { name: string; value: string }[] };
  edition: { id: string; name: string; hash: string };
  rules: PackedRule[];
  revision: number; fields: Field[]; arrived: string[]; wanted: string[]; lacks: Lack[]; serverAt: string;
};

/** 我的到访: one line of the list on the phone (`GET /visit/mine.json`). */
export type MyVisit = { id: string; number: string; state: VisitState; notice: VisitNotice; from: string; to: string; communityCode: string; communityName: string; path: string };

/** 设备 as its owner sees it; registering sends `{ deviceId, name }` with an id made by the phone (a random UUID). */
export type DeviceLine = { id: string; name: string; registeredAt: string; lastSeenAt: string | null; revokedAt: string | null };

/** What any of these addresses answers instead when it cannot do what was asked: a sentence in the person's language. */
export type VisitProblem = { code: string; problem: string };

/**
 * 手机报到 (`GET /visit/devices/:deviceId.json`): asked before anything else, by a locked phone and without a session too, so that a lost phone learns that it
 * must clear itself. The id is random and known to this phone alone; an id that was never registered answers false.
 */
export type DeviceContact = { wipe: boolean; serverAt: string };

/** 附件回执: what `PUT /visit/:id/attachments/:sha256` answers once the bytes are kept and their hash is recorded; the same every time it is sent again. */
export type AttachmentReceipt = { sha256: string; serverAt: string };
