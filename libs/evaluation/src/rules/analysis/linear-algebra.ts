/** Cholesky factor L (lower, row by row) of a symmetric positive definite matrix; null of any other. */
export function choleskyOf(matrix: Float64Array, size: number): Float64Array | null {
  const factor = matrix.slice();
  for (let row = 0; row < size; row += 1) {
    const at = row * size;
    for (let column = 0; column <= row; column += 1) {
      const other = column * size;
      let sum = factor[at + column]!;
      for (let k = 0; k < column; k += 1) sum -= factor[at + k]! * factor[other + k]!;
      if (row !== column) factor[at + column] = sum / factor[other + column]!;
      else if (sum > 0) factor[at + row] = Math.sqrt(sum);
      else return null;
    }
  }
  return factor;
}

/** Solution x of LLᵀx = right. */
export function solveFactored(factor: Float64Array, right: Float64Array, size: number): Float64Array {
  const x = right.slice();
  for (let row = 0; row < size; row += 1) {
    let sum = x[row]!;
    for (let k = 0; k < row; k += 1) sum -= factor[row * size + k]! * x[k]!;
    x[row] = sum / factor[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = x[row]!;
    for (let k = row + 1; k < size; k += 1) sum -= factor[k * size + row]! * x[k]!;
    x[row] = sum / factor[row * size + row]!;
  }
  return x;
}

/** Inverse of a symmetric positive definite matrix given row by row; null of any other. */
export function inverseOf(matrix: Float64Array, size: number): Float64Array | null {
  const factor = choleskyOf(matrix, size);
  if (factor === null) return null;
  // columns of L⁻¹ as rows, so that both loops below run along memory
  const lower = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const own = column * size;
    lower[own + column] = 1 / factor[own + column]!;
    for (let row = column + 1; row < size; row += 1) {
      const at = row * size;
      let sum = 0;
      for (let k = column; k < row; k += 1) sum -= factor[at + k]! * lower[own + k]!;
      lower[own + row] = sum / factor[at + row]!;
    }
  }
  const inverse = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = 0;
      for (let k = row; k < size; k += 1) sum += lower[row * size + k]! * lower[column * size + k]!;
      inverse[row * size + column] = inverse[column * size + row] = sum;
    }
  return inverse;
}
