export type Stroke = { d: string; warm?: true };

const dot = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** 图样：80 × 80 的格，圆头线，至多一处黄 motifs on an 80 × 80 grid, round ends, one yellow fill. */
export const motifs = {
  house: [{ d: 'M10 46 40 18l30 28M18 41v31h44V41M54 24v-9h6v15' }, { d: 'M34 72V54a6 6 0 0 1 12 0v18', warm: true }],
  tree: [
    { d: 'M40 74V42M40 58l-11-9M40 52l9-8' },
    { d: 'M40 10c9 0 15 6 15 13 7 2 10 8 10 13 0 8-7 13-14 13H29c-8 0-14-6-14-13 0-6 4-11 10-13 0-7 6-13 15-13z' },
    { d: dot(31, 31, 3.4) + dot(47, 24, 3.4) + dot(52, 38, 3.4), warm: true },
  ],
  kite: [
    { d: 'M46 8 66 32 40 56 26 26z', warm: true },
    { d: 'M46 8 40 56M26 26l40 6M40 56c-6 4-1 8-8 10s-4 8-12 8m10-12-5-3m4 9 2 5' },
  ],
  hop: [
    { d: 'M19 42h21v17H19zM40 42h21v17H40zM30 25h20v17H30zM27 25a13 13 0 0 1 26 0z' },
    { d: 'M30 59h20v16H30z', warm: true },
  ],
  hand: [
    {
      d: 'M26 74c-7-7-12-17-14-26-1-5 5-7 7-2l5 9V22c0-6 8-6 8 0v20V16c0-6 8-6 8 0v26V20c0-6 8-6 8 0v24-16c0-6 8-6 8 0v24c0 10-3 16-8 22z',
    },
    { d: 'M38 62c-5-4-4-9 0-9 2 0 2.5 2 2.5 2s.5-2 2.5-2c4 0 5 5 0 9l-2.5 2z', warm: true },
  ],
  pencil: [
    { d: 'M16 64l4-16 34-34 12 12-34 34zM20 48l12 12M48 20l12 12M40 72h26' },
    { d: 'M16 64l2-8 6 6z', warm: true },
  ],
  microphone: [
    { d: 'M20 38c0 12 9 20 20 20s20-8 20-20M40 58v14M28 72h24' },
    { d: 'M30 20a10 10 0 0 1 20 0v16a10 10 0 0 1-20 0z', warm: true },
  ],
  picture: [
    { d: 'M18 16h44a6 6 0 0 1 6 6v36a6 6 0 0 1-6 6H18a6 6 0 0 1-6-6V22a6 6 0 0 1 6-6zM14 58l16-14 10 8 12-14 16 18' },
    { d: dot(29, 32, 5), warm: true },
  ],
  crossing: [
    { d: 'M22 72 34 12M58 72 46 12M40 14v7m0 8v8m0 7v4' },
    { d: 'M26 60h8v-6h-7zM38 60h7v-6h-7zM48 60h7l-1-6h-6z', warm: true },
  ],
  swing: [{ d: 'M16 72 26 12h28l10 60M20 12h40M34 12v38M46 12v38' }, { d: 'M30 50h20v6H30z', warm: true }],
  book: [
    {
      d: 'M40 22c-8-6-18-6-26-4v44c8-2 18-2 26 4 8-6 18-6 26-4V18c-8-2-18-2-26 4zM40 22v44M22 30c4-1 8 0 11 1M22 40c4-1 8 0 11 1',
    },
    { d: 'M52 20v20l4-4 4 4V18z', warm: true },
  ],
  speech: [{ d: 'M14 20h52v36H38L26 68V56H14z' }, { d: dot(28, 38, 3) + dot(40, 38, 3) + dot(52, 38, 3), warm: true }],
  eye: [{ d: 'M8 40c10-16 20-22 32-22s22 6 32 22C62 56 52 62 40 62S18 56 8 40z' }, { d: dot(40, 40, 10), warm: true }],
  lamp: [
    { d: 'M28 74h24M40 74V20c0-6 4-10 10-10s10 4 10 10M52 40l-3 6m12-6v7m9-7 3 6' },
    { d: 'M50 20h20l4 12H46z', warm: true },
  ],
  star: [{ d: 'm40 10 9 19 21 3-15 15 4 21-19-10-19 10 4-21-15-15 21-3z', warm: true }],
  paper: [{ d: 'M20 8h28l14 14v50H20zM48 8v14h14M29 36h24M29 46h24' }, { d: dot(50, 60, 6.5), warm: true }],
} satisfies Record<string, Stroke[]>;

export type DrawingName = keyof typeof motifs;
