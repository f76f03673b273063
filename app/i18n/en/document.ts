import type zh from '../zh-CN/document.ts';

/** Document viewer. */
export default {
  label: (name) => `Document: ${name}`,
  tools: 'Document tools',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  pageLabel: (page) => `Page ${page}`,
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  fit: 'Fit width',
  fitFrom: (percent) => `Fit width, now ${percent}%`,
  rotate: 'Rotate',
  key: (key) => `Key ${key}`,
  openAlone: 'New window',
  download: 'Download',
  downloadOf: (name) => `Download “${name}”`,
  copy: 'copy',
  copied: 'copied',
  loading: 'Opening…',
  again: 'Try again',
  scanned: {
    waiting: { word: 'not scanned', why: 'This file has not been scanned for malware yet. Check it with the scanner of your computer before you open a download.' },
    clean: { word: 'scanned', why: 'Scanned for malware; nothing was found.' },
    infected: { word: 'malware', why: 'Malware was found; the file is held back.' },
  },
  troubles: {
    locked: 'This PDF asks for a password and cannot be shown here. Download it and open it with the password.',
    broken: 'This file cannot be drawn; it may be damaged. Download it and try another program; if that fails too, ask for a new upload.',
    unread: 'The file could not be read; the network may be down. Try again, or download it.',
  },
  noPreview: 'The browser cannot show this file here. Please download it.',
} satisfies typeof zh;
