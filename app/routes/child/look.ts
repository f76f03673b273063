import { type Ctx, type Layer, layers } from '#app/platform/ctx.ts';
import type { Look } from '#app/ui/child/look.ts';

const chosen = (request: Request, name: string) => new RegExp(`(?:^|;\\s*)${name}=([\\w-]+)`).exec(request.headers.get('cookie') ?? '')?.[1];

/** 年龄层 of this request: the child's own or that of the code; else what was picked on this device; else 7–12. */
export function layerOf(ctx: Ctx, request: Request): Layer {
  return ctx.child?.layer ?? layers.find((layer) => layer === chosen(request, 'child-layer')) ?? 'primary';
}

/** 样子: pinyin stands above the characters for 7–12 unless switched off, for the young ones only when switched on. */
export function lookOf(ctx: Ctx, request: Request): Look {
  const layer = layerOf(ctx, request);
  const pinyin = chosen(request, 'child-pinyin') ?? (layer === 'primary' ? 'on' : 'off');
  return { layer, hasPinyin: layer !== 'teen' && pinyin === 'on' };
}
