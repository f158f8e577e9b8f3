package auralis.library.export;

import auralis.library.media.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds places for results that belong together: all of them get their names, or none. */
final class JointPlacing {
    private final Targets targets;

    /**
     * @param taken what other work is going to write
     */
    JointPlacing(Taken taken) {
        this.targets = new Targets(taken);
    }

    /** The files that were planned, or others where those are no longer right, but for skipped. */
    <F extends JointOrder.Target<F>> List<F> claim(JointOrder<F> order) throws IOException {
        List<F> wanted = order.targets().isEmpty() ? order.wanted() : order.targets();
        return wanted.isEmpty()
                ? List.of()
                : chosen(
                        wanted,
                        targets.claim(
                                order.files(),
                                order.files(),
                                paths(wanted),
                                order.ifExists(),
                                order.source()));
    }

    /** The files of a batch that is being planned, but for those that are skipped. */
    static <F extends JointOrder.Target<F>> List<F> choose(
            List<F> wanted, Targets batch, OverwritePolicy policy, Path source) throws IOException {
        return chosen(wanted, batch.choose(paths(wanted), policy, source));
    }

    private static List<Path> paths(List<? extends JointOrder.Target<?>> wanted) {
        return wanted.stream().map(JointOrder.Target::file).toList();
    }

    private static <F extends JointOrder.Target<F>> List<F> chosen(
            List<F> wanted, List<Optional<Path>> places) {
        List<F> files = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            places.get(i).map(wanted.get(i)::at).ifPresent(files::add);
        }
        return files;
    }

    /** Lets go of files that are written, or will not be. */
    void release(List<? extends JointOrder.Target<?>> files) {
        files.forEach(one -> targets.release(one.file()));
    }

    /** Removes what an attempt left behind whose process was killed. */
    static void cleanUp(JointOrder<?> order) throws IOException {
        for (Path file : order.files()) {
            Media.discardParts(file);
        }
    }

    /**
     * Whether all files of an attempt are there under their names. Where only some of them are,
     * they make room for all.
     */
    static boolean stand(List<? extends WrittenFile> outputs) throws IOException {
        List<WrittenFile> standing = new ArrayList<>();
        for (WrittenFile output : outputs) {
            if (output.stands()) {
                standing.add(output);
            }
        }
        if (standing.size() == outputs.size()) {
            return true;
        }
        for (WrittenFile output : standing) {
            Files.delete(output.file());
        }
        return false;
    }
}
