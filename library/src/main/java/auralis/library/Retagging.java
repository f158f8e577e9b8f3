package auralis.library;

import auralis.library.tag.TagEdit;
import auralis.library.track.ScanProblem;
import java.util.List;
import java.util.Map;

/**
 * What came of changing the tags of files.
 *
 * @param undo the changes that take back what was done, by id of the track
 * @param failed files that are as they were, each with the reason
 * @param stopped whether it was cancelled before all were done
 */
public record Retagging(Map<Long, TagEdit> undo, List<ScanProblem> failed, boolean stopped) {}
