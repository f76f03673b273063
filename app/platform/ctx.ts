import { createContext } from 'react-router';
import type { Db } from '#app/db/db.server.ts';

/** 语言: the two languages every page speaks. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** 授权: one role held for a region ('*' is the nation) and perhaps for one organisation. */
export type Grant = { role: string; regionCode: string; organisationId: string | null };

/**
 * 操作人: who asks; an anonymous visitor has no id and no grants. Somebody at work who still has to set up
 * the second factor has a name, but their grants are held back.
 */
export type Actor = {
  id: string;
  name: string;
  grants: readonly Grant[];
  sessionId?: string;
  isHeldBack?: boolean;
  /** Acting by an access token: no more than its verbs. */
  token?: { id: string; verbs: readonly string[]; perMinute: number };
};

/** 年龄层: how a child is spoken to: 0–6 with a grown-up, 7–12, 13–18. */
export const layers = ['with-grown-up', 'primary', 'teen'] as const;
export type Layer = (typeof layers)[number];

/** 在场的儿童: by an account a guardian agreed to (`childId`), or by a class or community code without any identity (`codeId`). The actor stays the visitor. */
export type ChildHere = { childId: string | null; codeId: string | null; regionCode: string; layer: Layer };

/** Everything a request knows: who asks and from which network address, through which database handle, at what time, in which language; and whether it is a child. */
export type Ctx = {
  actor: Actor; db: Db; now: Date; locale: Locale; requestId: string; address?: string | undefined; child?: ChildHere | undefined;
  /** 官方名称: places are named as the state names them, whatever the language: in answers to machines and on papers that stay. */
  inChinese?: true | undefined;
};

/** Under this key a request carries its context through the router. */
export const ctxKey = createContext<Ctx>();

/** 访客: nobody in particular. */
export const visitor: Actor = { id: '', name: '', grants: [] };

/** 系统: the clock and the events act under this name; it holds no grants of its own. */
export const system: Actor = { id: 'system', name: '系统', grants: [] };
