import { motifs, type Stroke } from '#app/ui/light/motifs.ts';

const dot = (x: number, y: number, r: number) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const circle = dot(40, 40, 30);

/** 儿童页的图: the motifs of the house and what children's pages need besides; on the same grid, one yellow fill at most. */
export const drawings = {
  ...motifs,
  smile: [{ d: circle, warm: true }, { d: 'M30 32v4M50 32v4M26 46q14 14 28 0' }],
  /** 不着色的笑脸: where a colour would speak for one of three answers. */
  smilePlain: [{ d: circle }, { d: 'M30 32v4M50 32v4M26 46q14 14 28 0' }],
  level: [{ d: circle }, { d: 'M30 32v4M50 32v4M28 50h24' }],
  sad: [{ d: circle }, { d: 'M30 32v4M50 32v4M28 54q12-12 24 0' }],
  dolphin: [{ d: 'M8 50c4-18 18-30 36-28 12 1 22 8 28 18-6-1-12 0-17 3-9 6-20 7-30 4-4 5-10 8-16 9 2-3 2-6-1-6z', warm: true }, { d: 'M38 23c0-7 4-11 10-12-2 4-2 9 2 13M58 33v2' }],
  boat: [{ d: 'M12 54h56l-8 16H20z', warm: true }, { d: 'M38 54V10M38 12c14 8 22 20 24 34H38M32 20c-8 8-13 17-15 26h15' }],
  cat: [{ d: 'M18 34 16 12l16 10a34 34 0 0 1 16 0l16-10-2 22c6 20-4 34-22 34S12 54 18 34z' }, { d: 'M30 40v4M50 40v4M6 48l12 2M74 48l-12 2M7 60l11-3M73 60l-11-3M35 56c3 3 7 3 10 0' }, { d: 'M36 49h8l-4 5z', warm: true }],
  umbrella: [{ d: 'M8 42C10 24 22 12 40 12s30 12 32 30c-5-5-11-5-16 0-5-5-11-5-16 0-5-5-11-5-16 0-5-5-11-5-16 0z', warm: true }, { d: 'M40 6v6M40 42v24c0 8-12 8-12 0' }],
  flower: [{ d: 'M40 74V50M40 66c-8 0-14-4-16-12 8 0 14 4 16 12M40 24c-6-10 6-16 8-6 8-6 14 6 6 10 10 2 6 14-4 12 2 10-12 10-12 0-10 4-14-8-4-12-8-6 0-14 6-4z' }, { d: dot(41, 30, 5), warm: true }],
  ball: [{ d: circle }, { d: 'M40 26l13 10-5 15H32l-5-15z', warm: true }, { d: 'M40 26V10M53 36l15-5M48 51l9 14M32 51l-9 14M27 36l-15-5' }],
  moon: [{ d: 'M52 66A29 29 0 1 1 42 11c-12 12-12 40 10 55z', warm: true }, { d: 'M58 20v10M53 25h10M66 42v6M63 45h6' }],
  fish: [{ d: 'M8 40c10-16 30-22 48-6l16-12v36L56 46C38 62 18 56 8 40z', warm: true }, { d: 'M20 37v3M34 28c5 8 5 16 0 24' }],
  people: [{ d: dot(26, 24, 9) + dot(54, 30, 7) + 'M10 70V56a16 16 0 0 1 32 0v14M42 70v-9a12 12 0 0 1 24 0v9' }, { d: 'M42 46l-6 8 8 6', warm: true }],
  phone: [{ d: 'M18 14l12-4 8 18-8 6c3 8 8 13 16 16l6-8 18 8-4 12c-26 6-54-22-48-48z' }, { d: 'M50 14a16 16 0 0 1 16 16M50 24a7 7 0 0 1 7 7', warm: true }],
  camera: [{ d: 'M10 26h14l6-10h20l6 10h14v42H10z' }, { d: dot(40, 46, 12), warm: true }],
  slide: [{ d: 'M20 72V16M34 72V16M20 28h14M20 42h14M20 56h14M20 16h14c8 0 10 6 14 18s8 32 22 34' }, { d: 'M34 16c8 0 10 6 14 18l-8 4c-2-8-3-11-6-12z', warm: true }],
  bike: [{ d: dot(20, 52, 13) + dot(60, 52, 13) + 'M20 52l14-26h18l8 26M28 38l14 14H20M42 52l10-26M46 18h10M28 26h10' }, { d: dot(42, 52, 4), warm: true }],
  /** 坏了的秋千: one rope is torn, the seat hangs down. */
  broken: [{ d: 'M14 72 24 12h32l10 60M32 12v32M49 12v10M49 28l3 5-4 3' }, { d: 'M27 43l24 17-4 6-24-17z', warm: true }],
  bus: [{ d: 'M12 16h56v46H12zM12 42h56M40 16v26M20 62v8M60 62v8' }, { d: dot(22, 52, 4) + dot(58, 52, 4), warm: true }],
  bin: [{ d: 'M16 22h48M30 22v-8h20v8M22 22l4 50h28l4-50M34 34v26M46 34v26' }, { d: 'M24 44h32l-1 10H25z', warm: true }],
  toilet: [{ d: 'M22 10h36v22H22zM18 32h44c0 16-8 24-16 26v14H30V58' }, { d: 'M26 40h28c-2 8-7 12-14 12s-12-4-14-12z', warm: true }],
  vote: [{ d: 'M12 40h56v30H12zM28 40V12h24v28M22 40h36' }, { d: 'M33 24l5 5 9-11M30 50h20v6H30z', warm: true }],
  key: [{ d: dot(26, 54, 16) + 'M38 42l28-28M54 26l10 10M62 18l8 8' }, { d: dot(22, 58, 5), warm: true }],
  question: [{ d: circle }, { d: 'M31 32c0-12 18-12 18 0 0 7-9 8-9 16' }, { d: dot(40, 57, 2.4), warm: true }],
  tick: [{ d: circle, warm: true }, { d: 'm27 41 9 9 18-20' }],
  wait: [{ d: 'M22 10h36M22 70h36M26 10c0 16 10 22 14 30-4 8-14 14-14 30M54 10c0 16-10 22-14 30 4 8 14 14 14 30' }, { d: 'M32 64c2-8 6-10 8-14 2 4 6 6 8 14z', warm: true }],
  jarFull: [{ d: 'M24 18h32v50H24zM20 10h40v8H20z' }, { d: 'M28 24h24v40H28z', warm: true }],
  jarHalf: [{ d: 'M24 18h32v50H24zM20 10h40v8H20z' }, { d: 'M28 44h24v20H28z', warm: true }],
  jarEmpty: [{ d: 'M24 18h32v50H24zM20 10h40v8H20z' }],
  steps: [{ d: 'M10 70h16V54h16V38h16V22h14' }, { d: 'M44 54h14v16H44z', warm: true }],
} satisfies Record<string, readonly Stroke[]>;

export type ChildDrawingName = keyof typeof drawings;

/** 认得的图 by its name as it was kept; another one where it is none of ours. */
export function drawnOr(name: string, other: ChildDrawingName): ChildDrawingName {
  return Object.hasOwn(drawings, name) ? (name as ChildDrawingName) : other;
}
