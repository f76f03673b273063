const policy = [
  `default-src 'none'`, `script-src 'self'`, `style-src 'self'`, `img-src 'self' blob: data:`, `media-src blob:`, `connect-src 'self'`, `manifest-src 'self'`, `worker-src 'self'`,
  `form-action 'self'`, `base-uri 'none'`, `frame-ancestors 'none'`,
].join('; ');

/** 只用自己的文件: nothing else runs in an app of the phone; what was recorded and photographed is shown from the memory of the phone. */
export const ownFilesOnly = (): Record<string, string> => (import.meta.env.PROD ? { 'Content-Security-Policy': policy } : {});
