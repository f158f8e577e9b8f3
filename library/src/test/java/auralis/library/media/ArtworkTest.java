package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.library.tag.TagEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtworkTest {
    private static final byte[] A = TagFixtures.picture("png", 30, 30, 1);
    private static final byte[] B = TagFixtures.picture("png", 30, 30, 2);
    private static final byte[] C = TagFixtures.picture("jpg", 30, 30, 3);

    @TempDir Path folder;

    @Test
    void theOneInTheFileComesFirstThenTheFoldersInTheirOrder() throws IOException {
        Path file = Fixtures.copy(folder, "stereo-16.flac");
        assertThat(Artwork.of(file)).isEmpty();
        Fixtures.write(folder, "Front.PNG", C);
        assertThat(Artwork.of(file).orElseThrow().bytes()).isEqualTo(C);
        Fixtures.write(folder, "FOLDER.jpeg", B);
        Fixtures.write(folder, "folder.png", A);
        Artwork beside = Artwork.of(file).orElseThrow();
        assertThat(beside.bytes()).isEqualTo(B);
        assertThat(beside.file()).contains(folder.resolve("FOLDER.jpeg"));
        Media.retag(file, TagEdit.NONE.withPicture(A));
        Artwork embedded = Artwork.of(file).orElseThrow();
        assertThat(embedded.bytes()).isEqualTo(A);
        assertThat(embedded.file()).isEmpty();
        assertThat(embedded.hash()).hasSize(32).isNotEqualTo(beside.hash());
    }

    @Test
    void neverAnyPicture() throws IOException {
        Fixtures.write(folder, "scan.jpg", A);
        Fixtures.write(folder, "cover.old.jpg", A);
        Fixtures.write(folder, "back.png", B);
        Files.createDirectory(folder.resolve("cover.jpg"));
        Path file = Fixtures.copy(folder, "stereo-16.flac");
        assertThat(Artwork.of(file)).isEmpty();
        byte[] back = apic(4, A);
        Path mp3 =
                Fixtures.write(
                        folder, "a.mp3", Fixtures.concat(back, Fixtures.bytes("no-tag.mp3")));
        assertThat(Artwork.of(mp3)).isEmpty();
        assertThat(Artwork.of(folder.resolve("gone.mp3"))).isEmpty();
    }

    @Test
    void aPictureOfNoStatedKindIsTheFrontWhereThereIsNoOther() throws IOException {
        Path mp3 =
                Fixtures.write(
                        folder, "a.mp3", Fixtures.concat(apic(0, A), Fixtures.bytes("no-tag.mp3")));
        byte[] before = Files.readAllBytes(mp3);
        assertThat(Artwork.of(mp3).orElseThrow().bytes()).isEqualTo(A);
        TagEdit undo = Media.retag(mp3, TagEdit.NONE.withPicture(B));
        assertThat(Artwork.of(mp3).orElseThrow().bytes()).isEqualTo(B);
        assertThat(TagFixtures.contains(mp3, A)).isFalse();
        Media.retag(mp3, undo);
        assertThat(Files.readAllBytes(mp3)).isEqualTo(before);
    }

    private static byte[] apic(int type, byte[] picture) {
        byte[] body =
                Fixtures.concat(
                        TagFixtures.latin("\0image/png\0"), new byte[] {(byte) type, 0}, picture);
        return TagFixtures.id3(3, 0, TagFixtures.frame("APIC", 0, body));
    }
}
