package auralis.app.shell;

import auralis.app.browse.Host;
import auralis.app.catalogue.Row;
import auralis.app.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The window around its centre. */
record CentreHost(Surroundings around, Consumer<Row> player) implements Host {
    @Override
    public void play(Row row) {
        player.accept(row);
    }

    @Override
    public void problem(String sentence) {
        around.notices().problem(sentence);
    }

    @Override
    public Optional<Path> askWhereItIs(Path folder) {
        String title = Texts.text("choose.locate", folder.getFileName());
        return around.askFolder(title, Optional.ofNullable(folder.getParent()));
    }

    @Override
    public void showInFolder(Path file) {
        around.showFolder(file.getParent());
    }
}
