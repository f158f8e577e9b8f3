package auralis.dsp.speech;

/** The columns of a matrix that are looked at in each row, from one on and up to another. */
record WarpBand(int[] from, int[] to) {
    /** Around the diagonal, with so many cells at most; all of them when there are no more. */
    static WarpBand diagonal(int rows, int columns, long cells) {
        int width = (int) Math.min(2L * columns + 2, Math.max(8, cells / rows));
        WarpBand band = new WarpBand(new int[rows], new int[rows]);
        for (int row = 0; row < rows; row++) {
            int centre = (int) ((row + 0.5) * columns / rows);
            band.from[row] = Math.max(0, centre - width / 2);
            band.to[row] = Math.min(columns, centre + width / 2 + 1);
        }
        band.from[0] = 0;
        band.to[rows - 1] = columns;
        return band;
    }

    int widest() {
        int widest = 0;
        for (int row = 0; row < from.length; row++) {
            widest = Math.max(widest, to[row] - from[row]);
        }
        return widest;
    }
}
