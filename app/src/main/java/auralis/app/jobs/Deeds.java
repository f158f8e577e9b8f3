package auralis.app.jobs;

import auralis.app.action.History.Edit;
import auralis.app.text.Texts;
import auralis.library.job.Job;
import java.util.List;
import java.util.function.Consumer;

/** Does with jobs what the user wants, each with those of them that it fits. */
record Deeds(Jobs jobs, Host host, Consumer<Job> onDetails, Consumer<List<Job>> onReport) {

    boolean fits(Deed deed, List<Job> chosen) {
        return chosen.stream().anyMatch(deed::fits);
    }

    void perform(Deed deed, List<Job> chosen) {
        List<Job> fitting = chosen.stream().filter(deed::fits).toList();
        if (fitting.isEmpty()) {
            return;
        }
        List<Long> ids = fitting.stream().map(Job::id).toList();
        switch (deed) {
            case HOLD -> jobs.hold(ids);
            case PAUSE -> jobs.pause(ids);
            case RESUME -> jobs.resume(ids);
            case RETRY -> jobs.retry(ids);
            case CANCEL -> jobs.cancel(ids);
            case REMOVE -> remove(ids);
            case EDIT -> host.edit(fitting.get(0));
            case REPORT -> onReport.accept(batch(fitting.get(0)));
            case DETAILS -> onDetails.accept(fitting.get(0));
            case SHOW_FILE -> showFile(fitting.get(0));
        }
    }

    private List<Job> batch(Job one) {
        return jobs.standing().get().jobs().stream()
                .filter(job -> job.batch() == one.batch())
                .toList();
    }

    void remove(List<Long> ids) {
        host.perform(
                new Edit(Texts.text("jobs.removing", ids.size()), jobs.removing(ids))
                        .told(Texts.text("jobs.removed", ids.size())));
    }

    private void showFile(Job job) {
        jobs.file(
                job,
                file ->
                        file.ifPresent(
                                shown -> host.showFolder(shown.toAbsolutePath().getParent())));
    }
}
