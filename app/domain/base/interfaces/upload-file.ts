import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { ownFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { storeFile, type Upload } from '#app/domain/base/files/store-file.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 经接口上传: for whoever may fill in an application anywhere. */
export async function uploadFile(ctx: Ctx, upload: Upload): Promise<StoredFile> {
  allowAnywhere(ctx, 'application.fill');
  return storeFile(ctx, upload);
}

/** 自己上传的附件, for whoever may fill in or read applications. */
export async function uploadedFile(ctx: Ctx, id: string): Promise<StoredFile> {
  allowAnywhere(ctx, 'application.fill');
  return ownFile(ctx, id);
}
