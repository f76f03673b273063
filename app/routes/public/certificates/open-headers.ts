/** 公开给程序: anybody's program may read it, also from another site's page; a copy on the way is never older than half a minute. */
export function openHeaders(type: string): Record<string, string> {
  return { 'Content-Type': type, 'Cache-Control': 'public, max-age=30', 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
}
