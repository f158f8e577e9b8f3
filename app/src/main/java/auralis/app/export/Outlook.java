package auralis.app.export;

import auralis.dsp.Progress;
import auralis.library.export.ExportPlanner.Planned;
import auralis.library.export.ExportPlanner.Room;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the files of a batch come to as a whole. */
record Outlook(List<Planned> planned, List<Room> rooms) {

    /**
     * Plans the batch and looks at the disks; on a worker.
     *
     * @param taken what other work is going to write
     */
    static Outlook of(Batch batch, Collection<Path> taken, Disks disks, Progress progress)
            throws IOException, InterruptedException {
        List<Planned> planned = batch.plan(taken, progress);
        return new Outlook(planned, disks.room(planned));
    }

    double seconds() {
        return planned.stream().mapToDouble(one -> one.audioSeconds().orElse(0)).sum();
    }

    long bytes() {
        return planned.stream().mapToLong(Planned::bytes).sum();
    }

    /** The first disk that has not enough room. */
    Optional<Room> tight() {
        return rooms.stream().filter(room -> !room.isEnough()).findFirst();
    }
}
