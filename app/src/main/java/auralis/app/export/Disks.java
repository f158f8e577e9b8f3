package auralis.app.export;

import auralis.library.export.ExportPlanner.Planned;
import auralis.library.export.ExportPlanner.Room;
import java.io.IOException;
import java.util.List;

/** Knows what a batch needs, disk by disk; asked on a worker. */
@FunctionalInterface
public interface Disks {
    List<Room> room(List<Planned> batch) throws IOException;
}
