/** 附件状态: stored, or held back (隔离): nobody opens it any more. */
export const fileStates = ['stored', 'quarantined'] as const;
export type FileState = (typeof fileStates)[number];

/** 查毒: not looked at yet, nothing found, or malware. */
export const scanStates = ['waiting', 'clean', 'infected'] as const;
export type ScanState = (typeof scanStates)[number];

/** What may be uploaded: by content, never by name. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** 录音 of telephones, for the rooms that take them. */
export const soundTypes = ['audio/webm', 'audio/mp4', 'audio/ogg', 'audio/mpeg', 'audio/wav'] as const;
export type SoundType = (typeof soundTypes)[number];

/** Photographs of telephones that browsers do not show: taken, and kept beside a picture made from them. */
export const photoTypes = ['image/heic', 'image/heif'] as const;

/** 20 MB, as the form says (问答 9: a scanned official document). */
export const largestFile = 20 * 1024 * 1024;

/** A picture of more points than this is no scan of a letter but a bomb. */
export const mostPixels = 60_000_000;

/** Pictures are drawn anew no larger than this. */
export const longestSide = 6000;

/** A photograph of a telephone is unpacked in a process of its own; more points than this it need not have. */
export const mostPhotoPixels = 50_000_000;

/** More than this no part of a document unfolds to, nor all its parts together, nor has it more folded parts: it would be a bomb. */
export const mostUnfolded = { part: 200 * 1024 * 1024, all: 500 * 1024 * 1024, parts: 20_000 };

/** What one person may upload in a day. */
export const dailyQuota = 400 * 1024 * 1024;

const endings: Record<MediaType | SoundType, string> = {
  'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp',
  'audio/webm': 'webm', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg', 'audio/mpeg': 'mp3', 'audio/wav': 'wav',
};

/** 文件名: the last part of whatever path came, without control signs, and with the ending its content deserves. */
export function fileName(given: string, mediaType: MediaType | SoundType): string {
  const last = given.normalize('NFC').split(/[/\\]/).pop() ?? '';
  const plain = [...last].filter((letter) => letter >= ' ' && letter !== '\u007F' && !'"<>|:*?'.includes(letter) && !isDirectionMark(letter)).join('');
  const stem = plain.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/^\.+/, '').trim();
  return `${[...stem].slice(0, 100).join('') || 'file'}.${endings[mediaType]}`;
}

/** Marks that turn the reading direction make a name look like another. */
function isDirectionMark(letter: string): boolean {
  const code = letter.codePointAt(0)!;
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code === 0x200e || code === 0x200f;
}

/** 文件大小 in words: 2.4 MB. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
