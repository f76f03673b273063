import { config } from '#app/platform/config.ts';

/** 本站网址: what stands before a path when it is read outside this site. */
export function originOf(request: Request): string {
  return (config().PUBLIC_URL ?? new URL(request.url).origin).replace(/\/$/, '');
}
