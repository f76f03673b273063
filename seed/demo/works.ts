import sharp from 'sharp';

const paints = [['#ffc84a', '#1f7b68', '#eef5f8'], ['#c77700', '#0b6b5a', '#fff3d6'], ['#5aa48f', '#b3261e', '#e7f1ed'], ['#1f5c94', '#ffc84a', '#f3f8f5'], ['#9c4a2f', '#5aa48f', '#fdf6e8'], ['#0d4a40', '#ffd23f', '#eaf2f7']] as const;
const things = [
  'M120 420 h400 M320 420 v-150 M320 270 c-90 0 -90 -130 0 -130 c90 0 90 130 0 130', // a tree
  'M140 420 v-160 l180 -130 l180 130 v160 z M270 420 v-100 h100 v100', // a house
  'M100 420 q220 -280 440 0 M150 420 q170 -200 340 0 M200 420 q120 -120 240 0', // a rainbow
  'M320 90 l120 150 l-120 150 l-120 -150 z M320 390 q-30 40 10 70', // a kite
  'M90 400 h460 M150 400 v-220 h340 v220 M150 180 l170 -100 l170 100', // a stage
  'M120 330 q200 -160 330 0 q-130 130 -330 0 M450 330 l90 -70 v140 z', // a fish
];

/** 示例儿童画: a few thick lines as a child draws them; nobody drew it and nobody is in it. */
export function drawnWork(n: number): Promise<Buffer> {
  const [line, fill, ground] = paints[n % paints.length]!;
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="${ground}"/><circle cx="${90 + ((n * 83) % 460)}" cy="86" r="44" fill="${fill}"/>
    <path d="${things[n % things.length]}" fill="none" stroke="${line}" stroke-width="16" stroke-linecap="round" stroke-linejoin="round"/><path d="M30 ${440 + (n % 3) * 8} q60 -30 120 0 t120 0 t120 0 t120 0 t120 0" fill="none" stroke="${fill}" stroke-width="12" stroke-linecap="round"/></svg>`;
  return sharp(Buffer.from(scene)).png().toBuffer();
}
