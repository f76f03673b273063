const lanczos = [76.18009172947146, -86.5053203294168, 24.0140982408309, -1.23173957245016, 0.00120865097386618, -0.000005395239384953];

function logGamma(x: number): number {
  const t = x + 5.5 - (x + 0.5) * Math.log(x + 5.5);
  const series = lanczos.reduce((sum, c, i) => sum + c / (x + 1 + i), 1.000000000190015);
  return -t + Math.log((2.506628274631 * series) / x);
}

/** The continued fraction of the incomplete beta function, after Lentz. */
function fraction(a: number, b: number, x: number): number {
  const small = 1e-300;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || small);
  let [c, h] = [1, d];
  for (let m = 1; m <= 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || small);
    c = 1 + even / c || small;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || small);
    c = 1 + odd / c || small;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-12) break;
  }
  return h;
}

function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b;
}

/** t 分布: the share below t. */
export function studentBelow(t: number, freedom: number): number {
  const tail = incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2;
  return t > 0 ? 1 - tail : tail;
}

/** The t below which this share lies. */
export function studentQuantile(share: number, freedom: number): number {
  return mixtureQuantile([{ weight: 1, mean: 0, sd: 1 }], freedom, share);
}

export type Piece = { weight: number; mean: number; sd: number };

/** 混合分位数: of several t distributions, each with its weight. */
export function mixtureQuantile(pieces: readonly Piece[], freedom: number, share: number): number {
  const below = (x: number) => pieces.reduce((sum, { weight, mean, sd }) => sum + weight * (sd > 0 ? studentBelow((x - mean) / sd, freedom) : Number(x >= mean)), 0);
  const mean = pieces.reduce((sum, piece) => sum + piece.weight * piece.mean, 0);
  const sd = Math.sqrt(pieces.reduce((sum, piece) => sum + piece.weight * (piece.sd ** 2 + (piece.mean - mean) ** 2), 0)) || 1e-9;
  let [low, high] = [mean - 3 * sd, mean + 3 * sd];
  while (below(low) > share) low -= 4 * (high - low);
  while (below(high) < share) high += 4 * (high - low);
  let [fLow, fHigh] = [below(low) - share, below(high) - share];
  for (let i = 0; i < 100 && high - low > 1e-7 * sd; i += 1) { // false position, halved when one end stands still
    const secant = high - (fHigh * (high - low)) / (fHigh - fLow);
    const x = i % 3 === 2 || !(secant > low && secant < high) ? (low + high) / 2 : secant;
    const f = below(x) - share;
    if (Math.abs(f) < 1e-9) return x;
    if (f > 0) [high, fHigh] = [x, f];
    else [low, fLow] = [x, f];
  }
  return (low + high) / 2;
}
