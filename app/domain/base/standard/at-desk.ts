import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { compareEditions } from './compare.ts';
import { editionOf } from './edition-file.ts';
import type { EditionFile } from './input.ts';
import type { Edition } from './model.ts';
import { currentEdition, getEdition, listEditions } from './read.ts';

/** 规范管理: for those who publish editions; a draft is seen by the national office alone (read.ts). */
export async function listEditionsAtDesk(ctx: Ctx) {
  allowAnywhere(ctx, 'standard.publish');
  return listEditions(ctx);
}

/** 现行规范, named on the page where a new one is brought in. */
export async function currentAtDesk(ctx: Ctx) {
  allowAnywhere(ctx, 'standard.publish');
  return headOf(await currentEdition(ctx));
}

/** 一版与现行版对照. */
export async function editionAtDesk(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'standard.publish');
  const edition = await getEdition(ctx, id);
  const current = await currentEdition(ctx);
  return { edition, current: headOf(current), difference: compareEditions(current, edition) };
}

/** 导入预览: what a file would change, before anything is kept. */
export async function previewEdition(ctx: Ctx, file: EditionFile) {
  allowAnywhere(ctx, 'standard.publish');
  const current = await currentEdition(ctx);
  return { current: headOf(current), difference: compareEditions(current, editionOf(file)) };
}

function headOf({ id, zh, en }: Edition) {
  return { id, zh, en };
}
