package auralis.app.jobs;

import auralis.library.job.Job;
import auralis.library.track.StoredJob;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A line of the table: stays the same while its job changes. FX thread only. */
public final class JobRow {
    private final ReadOnlyObjectWrapper<Job> job;
    private final ReadOnlyIntegerWrapper number = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");

    JobRow(Job job) {
        this.job = new ReadOnlyObjectWrapper<>(job);
    }

    Job job() {
        return job.get();
    }

    ReadOnlyObjectProperty<Job> jobProperty() {
        return job.getReadOnlyProperty();
    }

    /** Its place in the queue, from 1. */
    ReadOnlyIntegerProperty numberProperty() {
        return number.getReadOnlyProperty();
    }

    /** What it is about. */
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    void show(Job now, int place, String called) {
        number.set(place);
        title.set(called);
        if (!looksTheSame(job.get(), now)) {
            job.set(now);
        }
    }

    /** Much cheaper than equality, which compares all that is to be done. */
    private static boolean looksTheSame(Job before, Job now) {
        StoredJob a = before.stored();
        StoredJob b = now.stored();
        return before == now
                || a == b
                || a.state() == b.state()
                        && a.fraction() == b.fraction()
                        && a.attempts() == b.attempts()
                        && a.active().equals(b.active())
                        && a.phase().equals(b.phase())
                        && a.error().equals(b.error())
                        && a.finishedAt().equals(b.finishedAt())
                        && a.result().equals(b.result())
                        && before.left().equals(now.left())
                        && a.payload().equals(b.payload());
    }
}
