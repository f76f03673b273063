/** 平方根分解: the lower triangle L of a symmetric positive matrix, row by row in one array, in place. */
export function cholesky(matrix: Float64Array, n: number): Float64Array {
  for (let j = 0; j < n; j += 1) {
    const row = j * n;
    let pivot = matrix[row + j]!;
    for (let k = 0; k < j; k += 1) pivot -= matrix[row + k]! ** 2;
    if (!(pivot > 0)) throw new RangeError('The matrix is not positive.');
    const root = Math.sqrt(pivot);
    matrix[row + j] = root;
    for (let i = j + 1; i < n; i += 1) {
      const below = i * n;
      let sum = matrix[below + j]!;
      for (let k = 0; k < j; k += 1) sum -= matrix[below + k]! * matrix[row + k]!;
      matrix[below + j] = sum / root;
    }
  }
  return matrix;
}

/** L x = b, in place. */
function down(L: Float64Array, n: number, b: Float64Array, from = 0): void {
  for (let i = from; i < n; i += 1) {
    let sum = b[i]!;
    for (let k = from; k < i; k += 1) sum -= L[i * n + k]! * b[k]!;
    b[i] = sum / L[i * n + i]!;
  }
}

/** L'x = b, in place. */
function up(L: Float64Array, n: number, b: Float64Array): void {
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = b[i]!;
    for (let k = i + 1; k < n; k += 1) sum -= L[k * n + i]! * b[k]!;
    b[i] = sum / L[i * n + i]!;
  }
}

/** 解方程 out of the factor. */
export function solve(L: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = b.slice();
  down(L, n, x);
  up(L, n, x);
  return x;
}

/** The whole inverse out of the factor. */
export function inverse(L: Float64Array, n: number): Float64Array {
  const all = new Float64Array(n * n);
  const column = new Float64Array(n);
  for (let j = 0; j < n; j += 1) {
    column.fill(0);
    column[j] = 1;
    down(L, n, column, j);
    up(L, n, column);
    for (let i = 0; i < n; i += 1) all[i * n + j] = column[i]!;
  }
  return all;
}

/** The logarithm of the determinant. */
export function logDeterminant(L: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += Math.log(L[i * n + i]!);
  return 2 * sum;
}
