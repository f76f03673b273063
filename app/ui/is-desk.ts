/** 工作台 pages alone carry React to the browser; everything else is plain HTML. */
export function isDesk(pathname: string): boolean {
  return pathname === '/desk' || pathname.startsWith('/desk/') || pathname.startsWith('/desk.');
}
