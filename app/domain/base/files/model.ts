/** 附件状态: stored as it came (not scanned for malware), or held back. */
export const fileStates = ['stored', 'quarantined'] as const;
export type FileState = (typeof fileStates)[number];

/** What may be uploaded: by content, never by name. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** 20 MB, as the form says (问答 9: a scanned official document). */
export const largestFile = 20 * 1024 * 1024;
