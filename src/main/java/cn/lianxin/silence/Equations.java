package cn.lianxin.silence;

/** Linear equations with a symmetric positive matrix, by Cholesky. */
final class Equations {

    private Equations() {}

    static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        var lower = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column];
                for (int at = 0; at < column; at++) {
                    rest -= lower[row][at] * lower[column][at];
                }
                lower[row][column] = row == column ? Math.sqrt(Math.max(rest, 1e-12)) : rest / lower[column][column];
            }
        }
        var solution = right.clone();
        for (int row = 0; row < size; row++) {
            for (int at = 0; at < row; at++) {
                solution[row] -= lower[row][at] * solution[at];
            }
            solution[row] /= lower[row][row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int at = row + 1; at < size; at++) {
                solution[row] -= lower[at][row] * solution[at];
            }
            solution[row] /= lower[row][row];
        }
        return solution;
    }
}
