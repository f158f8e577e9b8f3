package auralis.app.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    private static final Message NOTHING = Message.open(List.of());

    @TempDir Path folder;

    @Test
    void aSecondStartHandsItsFilesToTheFirst() throws Exception {
        Message files = Message.open(List.of(Path.of("ünï 音\nline.wav"), Path.of("b.flac")));
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        try (SingleInstance first = SingleInstance.claim(folder, NOTHING).orElseThrow()) {
            first.listen(received::add);
            assertThat(SingleInstance.claim(folder, files)).isEmpty();
            assertThat(received.take()).isEqualTo(files);
            SingleInstance.deliver(folder, Message.of(Message.Wish.NEXT));
            assertThat(received.take().wish()).isEqualTo(Message.Wish.NEXT);
        }
    }

    @Test
    void whatIsSaidBeforeTheWindowListensIsNotLost() throws Exception {
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        try (SingleInstance first = SingleInstance.claim(folder, NOTHING).orElseThrow()) {
            Thread second =
                    new Thread(
                            () -> {
                                try {
                                    SingleInstance.deliver(folder, NOTHING);
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            second.start();
            first.listen(received::add);
            assertThat(received.take()).isEqualTo(NOTHING);
            second.join();
        }
    }

    @Test
    void whatAKilledWindowLeftBehindDoesNotMatter() throws Exception {
        Files.writeString(folder.resolve("window.lock"), "");
        Files.writeString(folder.resolve("window.socket"), "");
        Files.writeString(folder.resolve("window.address"), "nowhere");
        assertThat(SingleInstance.isClaimed(folder)).isFalse();
        try (SingleInstance first = SingleInstance.claim(folder, NOTHING).orElseThrow()) {
            assertThat(SingleInstance.isClaimed(folder)).isTrue();
            first.listen(message -> {});
        }
        Optional<SingleInstance> next = SingleInstance.claim(folder, NOTHING);
        assertThat(next).isPresent();
        next.get().close();
    }

    @Test
    void aFolderWithALongNameWorksToo() throws Exception {
        Path deep = folder.resolve("a".repeat(60)).resolve("b".repeat(60));
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        try (SingleInstance first = SingleInstance.claim(deep, NOTHING).orElseThrow()) {
            first.listen(received::add);
            assertThat(SingleInstance.claim(deep, NOTHING)).isEmpty();
            assertThat(received.take()).isEqualTo(NOTHING);
            assertThat(socketOf(deep)).exists();
        }
        assertThat(deep.resolve("window.address")).doesNotExist();
    }

    @Test
    void theSocketOfALongNameIsRemovedByTheNextWindowWhenOneIsKilled() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("a".repeat(60)).resolve("b".repeat(60)));
        Path killed = Files.createTempDirectory("auralis-window-").resolve("window.socket");
        Files.writeString(killed, "");
        Files.writeString(deep.resolve("window.address"), killed.toString());
        Path next;
        try (SingleInstance claim = SingleInstance.claim(deep, NOTHING).orElseThrow()) {
            claim.listen(message -> {});
            next = socketOf(deep);
            assertThat(next).exists().isNotEqualTo(killed);
            assertThat(killed.getParent()).doesNotExist();
        }
        assertThat(next.getParent()).doesNotExist();
    }

    private static Path socketOf(Path folder) throws IOException {
        return Path.of(Files.readString(folder.resolve("window.address")));
    }
}
