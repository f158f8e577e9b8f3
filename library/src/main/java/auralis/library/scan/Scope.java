package auralis.library.scan;

import auralis.library.track.KnownFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The part of the disk that a scan looks at.
 *
 * @param folders to be walked
 * @param files to be looked at
 * @param explicit whether the user asked for these files: then a file is taken whatever its ending,
 *     a wrong one gets a sentence, and what was taken out of the library comes back
 * @param known what the library knows in this part
 * @param masters keys of files that are masters of tracks
 */
record Scope(
        List<Path> folders,
        List<Path> files,
        boolean explicit,
        List<KnownFile> known,
        Set<String> masters) {}
