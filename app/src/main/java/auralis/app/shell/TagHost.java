package auralis.app.shell;

import auralis.app.sheet.Details;
import auralis.app.tag.Host;
import auralis.app.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The window around the editor of tags. */
record TagHost(Surroundings around) implements Host {
    /** As many failures as the bar has room for. */
    private static final int TOLD = 3;

    @Override
    public Optional<Path> askPicture() {
        return around.askFile(Texts.text("choose.picture"), Desktop.Kind.PICTURE);
    }

    @Override
    public void failed(String sentence, List<String> failures) {
        around.notices()
                .problem(
                        failures.size() > TOLD
                                ? sentence
                                : sentence + "\n" + String.join("\n", failures));
        if (failures.size() > TOLD) {
            String title = Texts.text("tags.failed.title");
            Details.show(around.root(), around.actions(), title, sentence, failures);
        }
    }

    @Override
    public void problem(String sentence) {
        around.notices().problem(sentence);
    }
}
