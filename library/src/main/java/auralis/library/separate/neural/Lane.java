package auralis.library.separate.neural;

import java.util.List;

/**
 * One pass of one model over a track.
 *
 * @param scaling the way back from what the model is given to the track
 * @param places of the model's stems among the results
 * @param shares of this lane in each of them
 */
record Lane(
        SegmentModel model, Grid grid, Scaling scaling, List<Integer> places, double[] shares) {}
